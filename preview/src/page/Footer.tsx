import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** Says what this page is and what Grafana adds. */
export function Footer() {
  const styles = useStyles2(getStyles);
  return (
    <footer className={styles.footer}>
      This preview draws the dashboards without Grafana, from the same files and the same numbers. Grafana adds its own
      charts and tables, editing and alerts: start it with <code>GRAFANA_HOME=/path/to/grafana npm start</code>.
    </footer>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  footer: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    padding: theme.spacing(0, 2, 3),
    textAlign: 'center',
  }),
});
