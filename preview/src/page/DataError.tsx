import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { PanelDataErrorViewProps } from '@grafana/runtime';
import { setPanelDataErrorView } from '@grafana/runtime/internal';
import { useStyles2 } from '@grafana/ui';
import { notices } from './notices.ts';

/** Gives panels the view that they show when their data has the wrong shape. */
export function providePanelError(): void {
  setPanelDataErrorView(DataError);
}

function DataError(props: PanelDataErrorViewProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.box} role="status">
      {reason(props)}
    </div>
  );
}

function reason({ data, message, needsTimeField, needsNumberField, needsStringField }: PanelDataErrorViewProps) {
  const told = data.errors?.[0]?.message ?? message;
  if (told) {
    return told;
  }
  if (!data.series.some(({ length }) => length > 0)) {
    return notices(data.series).join(' ') || 'No data';
  }
  const missing = [needsTimeField && 'time', needsNumberField && 'number', needsStringField && 'text'].filter(Boolean);
  return missing.length ? `The data has no ${missing.join(', no ')} field.` : 'This panel cannot draw the data.';
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    alignItems: 'center',
    color: theme.colors.text.secondary,
    display: 'flex',
    height: '100%',
    justifyContent: 'center',
    padding: theme.spacing(2),
    textAlign: 'center',
  }),
});
