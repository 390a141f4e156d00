import { type AbsoluteTimeRange, type TimeRange } from '@grafana/data';
import { useCallback, useEffect, useRef, useState } from 'react';
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
  const [drawn, setDrawn] = useState<Range | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(onChange);
  latest.current = onChange;

  useEffect(() => setDrawn(null), [from, to]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const commit = useCallback((next: Range) => {
    clearTimeout(timer.current);
    const whole = limit(next);
    setDrawn(whole);
    latest.current(whole);
  }, []);
  const preview = useCallback(
    (next: Range) => {
      clearTimeout(timer.current);
      setDrawn(next);
      timer.current = setTimeout(() => commit(next), SETTLE);
    },
    [commit]
  );
  return { range: drawn ?? { from, to }, commit, preview };
}
