import { css, cx } from '@emotion/css';
import { PluginType, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { Link, useLocation } from 'react-router-dom';
import type { Site } from '../host/site.ts';
import { keptSearch } from './keptSearch.ts';
import { ThemeToggle } from './ThemeToggle.tsx';
import type { ThemeChoice } from './themeChoice.ts';

interface Props {
  site: Site;
  current?: string;
  theme: ThemeChoice;
  onTheme: (theme: ThemeChoice) => void;
}

/** The product's name, one tab a dashboard and the choice of light or dark. */
export function TopBar({ site, current, theme, onTheme }: Props) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const logo = [...site.plugins.values()].find(({ type }) => type === PluginType.app)?.info.logos.small;
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.brand}>
        {logo && <img src={logo} alt="" width={24} height={24} />}
        <span className={styles.name}>Encore</span>
      </Link>
      <nav className={styles.tabs} aria-label="Dashboards">
        {site.dashboards.map(({ uid, title, description }) => (
          <Link
            key={uid}
            to={`/d/${uid}${keptSearch(search)}`}
            className={cx(styles.tab, uid === current && styles.active)}
            aria-current={uid === current ? 'page' : undefined}
            title={description}
          >
            {title}
          </Link>
        ))}
      </nav>
      <ThemeToggle theme={theme} onTheme={onTheme} />
    </header>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    alignItems: 'center',
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    display: 'flex',
    gap: theme.spacing(2),
    height: 48,
    padding: theme.spacing(0, 2),
    position: 'sticky',
    top: 0,
    zIndex: theme.zIndex.navbarFixed,
    [theme.breakpoints.down('md')]: { gap: theme.spacing(1), padding: theme.spacing(0, 1) },
  }),
  brand: css({ alignItems: 'center', display: 'flex', gap: theme.spacing(1) }),
  name: css({
    fontSize: theme.typography.h5.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    [theme.breakpoints.down('sm')]: { display: 'none' },
  }),
  tabs: css({ alignSelf: 'stretch', display: 'flex', flex: 1, minWidth: 0, overflowX: 'auto', scrollbarWidth: 'none' }),
  tab: css({
    alignItems: 'center',
    color: theme.colors.text.secondary,
    display: 'flex',
    padding: theme.spacing(0, 1.5),
    position: 'relative',
    whiteSpace: 'nowrap',
    '&:hover': { color: theme.colors.text.primary },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  active: css({
    color: theme.colors.text.primary,
    fontWeight: theme.typography.fontWeightMedium,
    '&::after': {
      background: theme.colors.gradients.brandHorizontal,
      bottom: 0,
      content: '""',
      height: 2,
      left: theme.spacing(1.5),
      position: 'absolute',
      right: theme.spacing(1.5),
    },
  }),
});
