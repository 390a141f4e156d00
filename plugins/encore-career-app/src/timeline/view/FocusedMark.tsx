import { useStyles2 } from '@grafana/ui';
import React, { useLayoutEffect, useRef } from 'react';
import { type LaneScene, type Mark } from '../scene';
import { testIds } from '../testIds';
import { getStyles } from './styles';

/** Px that the ring keeps from its mark. */
const CLEAR = 3;

interface Props {
  lane: LaneScene;
  mark: Mark;
  name: string;
  /** Its card is open and has the focus. */
  opened: boolean;
}

/** The mark that the keys have reached: it takes the focus and its ring; when it goes, the focus falls back to its lane. */
export function FocusedMark({ lane, mark, name, opened }: Props) {
  const styles = useStyles2(getStyles);
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!opened) {
      ref.current?.focus();
    }
  }, [opened]);
  useLayoutEffect(() => {
    const el = ref.current;
    return () => {
      if (el && el === document.activeElement) {
        el.parentElement?.focus();
      }
    };
  }, []);
  return (
    <div
      ref={ref}
      className={styles.focusedMark}
      style={{
        left: mark.x0 - CLEAR,
        top: lane.heading + mark.y0 - CLEAR,
        width: mark.x1 - mark.x0 + 2 * CLEAR,
        height: mark.y1 - mark.y0 + 2 * CLEAR,
      }}
      tabIndex={0}
      role="button"
      aria-haspopup="dialog"
      aria-label={name}
      data-testid={testIds.mark}
    />
  );
}
