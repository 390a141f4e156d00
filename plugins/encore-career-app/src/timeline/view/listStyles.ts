import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';

/** Px of a row, and the rows that a list shows at once. */
export const ROW = 28;
export const ROWS = 9;

/** The members of a cluster. */
export const getListStyles = (theme: GrafanaTheme2) => ({
  search: css({ padding: theme.spacing(1, 1, 0) }),
  list: css({
    position: 'relative',
    width: 'min(344px, calc(100vw - 12px))',
    overflowY: 'auto',
    margin: theme.spacing(0.5, 0),
    scrollbarWidth: 'thin',
  }),
  none: css({ position: 'absolute', top: 4, left: theme.spacing(1), color: theme.colors.text.secondary }),
  row: css({
    position: 'absolute',
    left: 0,
    right: 0,
    minWidth: 0,
    height: ROW,
    display: 'flex',
    alignItems: 'center',
    padding: theme.spacing(0, 1),
    '&:hover, &:focus-within': { background: theme.colors.action.hover },
  }),
  name: css({
    flex: 1,
    minWidth: 0,
    height: ROW,
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    padding: 0,
    border: 'none',
    background: 'none',
    color: theme.colors.text.primary,
    fontSize: 12,
    textAlign: 'left',
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2, boxShadow: 'none' },
  }),
  title: css({ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  when: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
  link: css({
    width: 24,
    height: 24,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    color: theme.colors.text.link,
  }),
});
