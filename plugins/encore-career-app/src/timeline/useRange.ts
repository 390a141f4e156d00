import { type AbsoluteTimeRange, type TimeRange } from '@grafana/data';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Range } from './types';
import { limit } from './zoom';

const SETTLE = 300;

export interface RangeControl {
  /** What is drawn: the dashboard's range, or the one of the gesture under way. */
  range: Range;
  /** Sets the dashboard's range. */
  commit(next: Range): void;
  /** Shows a range while a gesture goes on; the dashboard follows when it has rested. */
  preview(next: Range): void;
}

/** The range that zoom and pan drive; the dashboard is only asked once a gesture has settled, since it queries again. */
export function useRange(timeRange: TimeRange, onChange: (range: AbsoluteTimeRange) => void): RangeControl {
  const from = timeRange.from.valueOf();
  const to = timeRange.to.valueOf();
  const base = `${from} ${to}`;
  // What is drawn belongs to the dashboard's range of its time; another one replaces it.
  const [drawn, setDrawn] = useState<{ range: Range; base: string } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef({ onChange, base });

  useEffect(() => {
    latest.current = { onChange, base };
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const commit = useCallback((next: Range) => {
    clearTimeout(timer.current);
    const whole = limit(next);
    setDrawn({ range: whole, base: latest.current.base });
    latest.current.onChange(whole);
  }, []);
  const preview = useCallback(
    (next: Range) => {
      clearTimeout(timer.current);
      setDrawn({ range: next, base: latest.current.base });
      timer.current = setTimeout(() => commit(next), SETTLE);
    },
    [commit]
  );
  const range = drawn?.base === base ? drawn.range : null;
  return useMemo(() => ({ range: range ?? { from, to }, commit, preview }), [range, from, to, commit, preview]);
}
