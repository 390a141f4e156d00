import { type GrafanaTheme2 } from '@grafana/data';
import { type TimeZone } from '@grafana/schema';
import { IconButton, Portal, useStyles2 } from '@grafana/ui';
import { css } from '@emotion/css';
import React, { useLayoutEffect, useRef, useState } from 'react';
import { type Details, whenText } from './details';
import { placeTooltip } from './placement';
import { type Box } from './scene';
import { type Series } from './series';
import { testIds } from './testIds';
import { Sign } from './view/Sign';
import { say, sayCount } from './words';

interface Props {
  details: Details;
  series: Series;
  mark: Box;
  label?: Box;
  zone: TimeZone;
  pinned: boolean;
  byKeys: boolean;
  /** Set when the mark has a length to zoom to. */
  onZoom?(): void;
  onClose(): void;
}

/** What a mark is, beside it and never over it; pinned, its links can be clicked. */
export function TimelineTooltip({ details, series, mark, label, zone, pinned, byKeys, onZoom, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const ref = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ left: number; top: number } | null>(null);
  const { x0, x1, y0, y1 } = mark;

  useLayoutEffect(() => {
    const size = ref.current?.getBoundingClientRect();
    if (size) {
      const view = { width: window.innerWidth, height: window.innerHeight };
      setAt(placeTooltip({ x0, x1, y0, y1 }, label, size, view));
    }
  }, [x0, x1, y0, y1, label, details]);
  useLayoutEffect(() => {
    if (pinned && byKeys) {
      ref.current?.querySelector<HTMLElement>('a, button')?.focus();
    }
  }, [pinned, byKeys]);

  const { title, lines, links, members, more } = details;
  const place = at ?? { left: 0, top: 0 };
  return (
    <Portal>
      <div
        ref={ref}
        className={styles.card}
        style={{ ...place, visibility: at ? 'visible' : 'hidden', pointerEvents: pinned ? 'auto' : 'none' }}
        role={pinned ? 'dialog' : 'tooltip'}
        aria-label={title}
        data-testid={testIds.tooltip}
        onKeyDown={(e) => e.key === 'Escape' && onClose()}
      >
        <div className={styles.head}>
          <Sign series={series} />
          <span className={styles.title}>{title}</span>
          {pinned && <IconButton name="times" size="sm" aria-label={say('tip.close', 'Close')} onClick={onClose} />}
        </div>
        <div className={styles.lines}>
          {lines.map((line, i) => (
            <div key={i} className={styles.line}>
              <span className={styles.name}>{line.name}</span>
              <span className={styles.value} style={{ color: line.color }}>
                {line.value}
              </span>
            </div>
          ))}
        </div>
        {members.length > 0 && (
          <div className={styles.lines}>
            {members.map((item) => (
              <div key={item.index} className={styles.line}>
                <span className={styles.member}>{item.title}</span>
                <span className={styles.name}>{whenText(item, zone)}</span>
              </div>
            ))}
            {more > 0 && (
              <div className={styles.name}>{sayCount('tip.more', more, 'and {{n}} more', 'and {{n}} more')}</div>
            )}
          </div>
        )}
        {(links.length > 0 || onZoom) && (
          <div className={styles.foot}>
            {onZoom && (
              <button type="button" className={styles.link} onClick={onZoom}>
                {say('tip.zoom', 'Zoom to this')}
              </button>
            )}
            {links.map((link) => (
              <a
                key={link.title + link.href}
                className={styles.link}
                href={link.href}
                target={link.target}
                rel="noreferrer"
                onClick={link.onClick ? (e) => link.onClick?.(e) : undefined}
              >
                {link.title}
              </a>
            ))}
            <span className={styles.hint}>{pinned ? say('tip.esc', 'Esc ✕') : say('tip.click', 'Click to keep')}</span>
          </div>
        )}
      </div>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
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
