import { IconButton, Portal, useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { type Details } from '../details';
import { placeTooltip } from '../placement';
import { type Box } from '../scene';
import { type Series } from '../series';
import { testIds } from '../testIds';
import { useDismiss } from '../useDismiss';
import { say } from '../words';
import { Members } from './Members';
import { Sign } from './Sign';
import { getTooltipStyles } from './tooltipStyles';

interface Props {
  details: Details;
  series: Series;
  mark: Box;
  label?: Box;
  /** The plot that the mark is in. */
  home: HTMLElement;
  zone: string;
  pinned: boolean;
  byKeys: boolean;
  /** The whole list of a pinned cluster, instead of its first members. */
  children?: ReactNode;
  /** Set when the mark has a length to zoom to. */
  onZoom?(): void;
  /** Set on the card of a cluster's member: leads back to the list. */
  onBack?(): void;
  onClose(): void;
  /** Somebody has turned to something else. */
  onLeave(): void;
}

/** What a mark is, beside it and never over it; pinned, its links and lists can be used. */
export function MarkCard({
  details,
  series,
  mark,
  label,
  home,
  zone,
  pinned,
  byKeys,
  children,
  onZoom,
  onBack,
  onClose,
  onLeave,
}: Props) {
  const styles = useStyles2(getTooltipStyles);
  const ref = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ left: number; top: number } | null>(null);
  const { x0, x1, y0, y1 } = mark;
  const listed = children !== undefined;

  useLayoutEffect(() => {
    const size = ref.current?.getBoundingClientRect();
    if (size) {
      const view = { width: window.innerWidth, height: window.innerHeight };
      setAt(placeTooltip({ x0, x1, y0, y1 }, label, size, view));
    }
  }, [x0, x1, y0, y1, label, details, listed]);
  const placed = at !== null;
  useLayoutEffect(() => {
    if (pinned && byKeys && placed && !listed) {
      const find = (where: string) => ref.current?.querySelector<HTMLElement>(where);
      (find('[data-foot] a, [data-foot] button') ?? find('button'))?.focus();
    }
  }, [pinned, byKeys, placed, listed, details]);

  useDismiss(ref, home, pinned, { onEscape: onBack ?? onClose, onOutside: onLeave });

  const { title, lines, links, members, more } = details;
  return (
    <Portal>
      <div
        ref={ref}
        className={styles.card}
        style={{
          ...(at ?? { left: 0, top: 0 }),
          visibility: placed ? 'visible' : 'hidden',
          pointerEvents: pinned ? 'auto' : 'none',
        }}
        role={pinned ? 'dialog' : 'tooltip'}
        aria-label={title}
        data-testid={testIds.tooltip}
      >
        <div className={styles.head}>
          {onBack && (
            <IconButton name="arrow-left" aria-label={say('list.back', 'Back to the list')} onClick={onBack} />
          )}
          <Sign series={series} />
          <span className={styles.title}>{title}</span>
          {pinned && <IconButton name="times" size="sm" aria-label={say('tip.close', 'Close')} onClick={onClose} />}
        </div>
        {lines.length > 0 && (
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
        )}
        {children ?? <Members members={members} more={more} zone={zone} />}
        {(links.length > 0 || onZoom || !pinned) && (
          <div className={styles.foot} data-foot>
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
            <span className={styles.hint}>{hint(pinned, byKeys, members.length > 0)}</span>
          </div>
        )}
      </div>
    </Portal>
  );
}

function hint(pinned: boolean, byKeys: boolean, cluster: boolean): string {
  if (pinned) {
    return say('tip.esc', 'Esc ✕');
  }
  if (byKeys) {
    return cluster ? say('tip.enterList', 'Enter lists them all') : say('tip.enter', 'Enter ↵');
  }
  return cluster ? say('tip.clickList', 'Click to list them all') : say('tip.click', 'Click to keep');
}
