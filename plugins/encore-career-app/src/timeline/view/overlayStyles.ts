import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';

/** Px that the words of a band or a line may take; they stay inside the plot. */
export const PILL = 150;

/** Bands and lines that follow the pointer, above everything else of the plot. */
export const getOverlayStyles = (theme: GrafanaTheme2) => ({
  overlay: css({ position: 'absolute', pointerEvents: 'none', '@media print': { display: 'none' } }),
  band: css({
    position: 'absolute',
    top: 0,
    background: theme.colors.primary.transparent,
    borderLeft: `1px solid ${theme.colors.primary.border}`,
    borderRight: `1px solid ${theme.colors.primary.border}`,
  }),
  pill: css({
    position: 'absolute',
    transform: 'translateX(-50%)',
    padding: '0 6px',
    fontSize: 11,
    lineHeight: '18px',
    whiteSpace: 'nowrap',
    color: theme.colors.text.primary,
    background: theme.colors.background.elevated ?? theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
  }),
  line: css({ position: 'absolute', top: 0, width: 0, borderLeft: `1px dashed ${theme.colors.text.secondary}` }),
});
