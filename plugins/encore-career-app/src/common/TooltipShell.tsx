import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Portal, useStyles2 } from '@grafana/ui';
import React, { useEffect, useLayoutEffect, useRef, useState } from 'react';

import { placeTooltip, type Rect } from './placeTooltip';

interface Props {
  /** what the tooltip explains, in page coordinates of the window; it is never covered */
  anchor: Rect;
  /** the side to try first */
  prefer: 'left' | 'right';
  width?: number;
  maxHeight?: number;
  title: React.ReactNode;
  /** small text at the right of the title */
  aside?: React.ReactNode;
  footer?: React.ReactNode;
  /** a pinned tooltip takes the pointer, so that its links work */
  pinned?: boolean;
  /** moves the focus to the first link, for tooltips pinned by a key */
  takesFocus?: boolean;
  testId?: string;
  children?: React.ReactNode;
}

/** The suite's tooltip: title, rows, links; beside its anchor and within the window. */
export function TooltipShell({
  anchor,
  prefer,
  width = 270,
  maxHeight,
  title,
  aside,
  footer,
  pinned,
  takesFocus,
  testId,
  children,
}: Props) {
  const styles = useStyles2(getStyles);
  const ref = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number | undefined>(undefined);
  useLayoutEffect(() => {
    const next = ref.current?.offsetHeight ?? 0;
    setHeight(next);
  }, [title, aside, children, footer, width]);
  useEffect(() => {
    if (takesFocus) {
      ref.current?.querySelector('a')?.focus();
    }
  }, [takesFocus]);
  const { x, y } = placeTooltip(
    anchor,
    { width, height: height ?? 0 },
    { width: window.innerWidth, height: window.innerHeight },
    prefer
  );
  return (
    <Portal>
      <div
        ref={ref}
        role={pinned ? 'dialog' : 'tooltip'}
        aria-live="off"
        data-testid={testId}
        className={styles.shell}
        style={{
          width,
          transform: `translate(${x}px, ${y}px)`,
          pointerEvents: pinned ? 'auto' : 'none',
          visibility: height === undefined ? 'hidden' : 'visible',
        }}
      >
        <div className={styles.head}>
          <span className={styles.title}>{title}</span>
          <span className={styles.aside}>{aside}</span>
        </div>
        {children && (
          <div className={styles.body} style={{ maxHeight }}>
            {children}
          </div>
        )}
        {footer && <div className={styles.footer}>{footer}</div>}
      </div>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  shell: css({
    position: 'fixed',
    top: 0,
    left: 0,
    zIndex: theme.zIndex.tooltip,
    background: theme.colors.background.elevated ?? theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z3,
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.primary,
  }),
  head: css({
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    padding: theme.spacing(1, 1.25),
  }),
  title: css({ fontSize: theme.typography.body.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  aside: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
  body: css({
    borderTop: `1px solid ${theme.colors.border.weak}`,
    padding: theme.spacing(0.75, 1.25),
    overflow: 'auto',
  }),
  footer: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    borderTop: `1px solid ${theme.colors.border.weak}`,
    padding: theme.spacing(1, 1.25),
  }),
});
