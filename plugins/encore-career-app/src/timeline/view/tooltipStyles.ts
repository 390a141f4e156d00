import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';

/** The card of a mark and the list of a cluster. */
export const getTooltipStyles = (theme: GrafanaTheme2) => ({
  card: css({
    position: 'fixed',
    zIndex: theme.zIndex.tooltip,
    minWidth: 220,
    maxWidth: 'min(360px, calc(100vw - 8px))',
    maxHeight: 'calc(100vh - 8px)',
    overflowY: 'auto',
    fontSize: 12,
    color: theme.colors.text.primary,
    background: theme.colors.background.elevated ?? theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z2,
    '@media print': { display: 'none' },
  }),
  head: css({
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    padding: theme.spacing(1),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  title: css({ flex: 1, fontSize: 13, fontWeight: theme.typography.fontWeightMedium, overflowWrap: 'anywhere' }),
  lines: css({
    display: 'grid',
    gap: 3,
    padding: theme.spacing(0.75, 1),
    '& + &': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  line: css({ display: 'flex', justifyContent: 'space-between', gap: 16 }),
  name: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
  member: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  value: css({ fontWeight: theme.typography.fontWeightMedium, textAlign: 'right', overflowWrap: 'anywhere' }),
  foot: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 12,
    minHeight: 32,
    padding: theme.spacing(0.5, 1),
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
  link: css({
    minHeight: 24,
    padding: 0,
    border: 'none',
    background: 'none',
    fontSize: 12,
    lineHeight: '24px',
    color: theme.colors.text.link,
  }),
  hint: css({ marginLeft: 'auto', color: theme.colors.text.disabled }),
});
