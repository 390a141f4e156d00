import { useCallback, useMemo } from 'react';

import { type Layout } from './layout';

/** The rows of all series within the window as ascending times, and a function that snaps any time to the nearest. */
export function useNearest({ series, window }: Layout) {
  const times = useMemo(() => {
    const [first, ...others] = series.map((one) => one.series.times);
    const inside = (time: number) => time >= window.from && time <= window.to;
    if (others.every((times) => sameTimes(times, first))) {
      return first.filter(inside);
    }
    const all = new Set(series.flatMap((one) => Array.from(one.series.times)));
    return Float64Array.from([...all].filter(inside)).sort();
  }, [series, window]);
  const nearest = useCallback((time: number) => nearestOf(times, time), [times]);
  return { times, nearest };
}

/** Nearest of ascending times; undefined when there is none or it is far outside. */
export function nearestOf(times: Float64Array, time: number): number | undefined {
  const n = times.length;
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    [low, high] = times[middle] < time ? [middle + 1, high] : [low, middle];
  }
  const span = n > 1 ? times[n - 1] - times[0] : Infinity;
  if (n === 0 || time < times[0] - 0.05 * span || time > times[n - 1] + 0.05 * span) {
    return undefined;
  }
  const before = times[Math.max(0, low - 1)];
  const after = times[Math.min(n - 1, low)];
  return time - before < after - time ? before : after;
}

function sameTimes(a: Float64Array, b: Float64Array) {
  let i = a.length === b.length ? 0 : -1;
  while (i >= 0 && i < a.length && a[i] === b[i]) {
    i++;
  }
  return i === a.length;
}
