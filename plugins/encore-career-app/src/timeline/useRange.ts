import { type AbsoluteTimeRange, type TimeRange } from '@grafana/data';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Range } from './types';
import { limit } from './zoom';

const SETTLE = 300;

export interface RangeControl {
  /** What is drawn: the dashboard's range, or the one of the gesture under way. */
  range: Range;
  /** The dashboard's range before this panel zoomed or panned; null when it did not. */
  home: Range | null;
  /** Sets the dashboard's range. */
  commit(next: Range): void;
  /** Sets the dashboard's range as a new start: there is no zoom to clear any more. */
  reset(next: Range): void;
  /** Shows a range while a gesture goes on; the dashboard follows when it has rested. */
  preview(next: Range): void;
}

const nameOf = ({ from, to }: Range) => `${from} ${to}`;

/** The range that zoom and pan drive; the dashboard is only asked once a gesture has settled, since it queries again. */
export function useRange(timeRange: TimeRange, onChange: (range: AbsoluteTimeRange) => void): RangeControl {
  const from = timeRange.from.valueOf();
  const to = timeRange.to.valueOf();
  const base = nameOf({ from, to });
  // What is drawn belongs to the dashboard's range of its time; another one replaces it.
  const [drawn, setDrawn] = useState<{ range: Range; base: string } | null>(null);
  // Where the zooming began, and the range that this panel asked for last; any other range is somebody else's wish.
  const [trail, setTrail] = useState<{ home: Range; asked: string } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const mine = trail !== null && (base === trail.asked || base === nameOf(trail.home));
  const home = mine && base !== nameOf(trail.home) ? trail.home : null;
  const latest = useRef({ onChange, base, home: { from, to } });

  useEffect(() => {
    latest.current = { onChange, base, home: home ?? { from, to } };
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const reset = useCallback((next: Range) => {
    clearTimeout(timer.current);
    const whole = limit(next);
    setDrawn({ range: whole, base: latest.current.base });
    setTrail(null);
    latest.current.onChange(whole);
  }, []);
  const commit = useCallback(
    (next: Range) => {
      const { home } = latest.current;
      reset(next);
      setTrail({ home, asked: nameOf(limit(next)) });
    },
    [reset]
  );
  const preview = useCallback(
    (next: Range) => {
      clearTimeout(timer.current);
      setDrawn({ range: next, base: latest.current.base });
      timer.current = setTimeout(() => commit(next), SETTLE);
    },
    [commit]
  );
  const range = drawn?.base === base ? drawn.range : null;
  return useMemo(
    () => ({ range: range ?? { from, to }, home, commit, reset, preview }),
    [range, from, to, home, commit, reset, preview]
  );
}
