import { useStyles2 } from '@grafana/ui';
import React, { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { GUTTER } from '../gutter';
import { testIds } from '../testIds';
import { say } from '../words';
import { getStyles } from './styles';

interface Props {
  width: number;
  height: number;
  /** Px on screen of one px of the panel. */
  scale: number;
  /** A width while the drag goes on. */
  onPreview(width: number): void;
  /** The width to keep. */
  onChange(width: number): void;
}

/** The edge of the column with the lanes' names: drag it, or focus it and use the arrow keys; double click resets. */
export function ResizeHandle({ width, height, scale, onPreview, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const held = useRef<{ x: number; width: number; latest: number } | null>(null);
  const limit = (next: number) => Math.min(Math.max(Math.round(next), GUTTER.least), GUTTER.most);
  const down = (e: PointerEvent<HTMLElement>) => {
    e.currentTarget.setPointerCapture?.(e.pointerId);
    held.current = { x: e.clientX, width, latest: width };
  };
  const move = (e: PointerEvent<HTMLElement>) => {
    const drag = held.current;
    if (drag) {
      drag.latest = limit(drag.width + (e.clientX - drag.x) / scale);
      onPreview(drag.latest);
    }
  };
  const up = () => {
    const drag = held.current;
    held.current = null;
    if (drag && drag.latest !== drag.width) {
      onChange(drag.latest);
    }
  };
  const onKeyDown = (e: KeyboardEvent) => {
    const by = e.shiftKey ? GUTTER.step * 4 : GUTTER.step;
    const next: Record<string, number> = {
      ArrowLeft: width - by,
      ArrowRight: width + by,
      Home: GUTTER.least,
      End: GUTTER.most,
      Enter: GUTTER.usual,
    };
    if (next[e.key] !== undefined) {
      e.preventDefault();
      e.stopPropagation();
      onChange(limit(next[e.key]));
    }
  };
  return (
    <div
      className={styles.resize}
      style={{ left: width - 9, height }}
      role="separator"
      aria-orientation="vertical"
      aria-label={say('resize.label', 'Width of the lane names')}
      aria-valuenow={width}
      aria-valuemin={GUTTER.least}
      aria-valuemax={GUTTER.most}
      title={say('resize.hint', 'Drag to resize, double click to reset')}
      tabIndex={0}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onDoubleClick={() => onChange(GUTTER.usual)}
      onKeyDown={onKeyDown}
      data-testid={testIds.resize}
    />
  );
}
