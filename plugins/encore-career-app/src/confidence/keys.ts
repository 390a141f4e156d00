/** What a key asks of the plot. */
export type KeyMove = { to: number } | 'pin' | 'leave' | undefined;

export interface KeyContext {
  /** times of the rows in the window, ascending */
  times: ArrayLike<number>;
  /** times of unusual rows, ascending */
  unusual: number[];
  /** where the reader is; undefined before the first key */
  at?: number;
  /** where the first key starts */
  start: number;
  /** rows of a year */
  year: number;
}

/** Arrows walk the rows, PgUp and PgDn years, Home and End to the ends, A to the next unusual one, Enter pins, Esc leaves. */
export function keyMove(key: string, { times, unusual, at, start, year }: KeyContext): KeyMove {
  const row = indexOf(times, at ?? start);
  const go = (next: number): KeyMove => ({ to: times[Math.max(0, Math.min(times.length - 1, next))] });
  if (times.length === 0) {
    return undefined;
  }
  switch (key) {
    case 'ArrowRight':
      return at === undefined ? go(row) : go(row + 1);
    case 'ArrowLeft':
      return at === undefined ? go(row) : go(row - 1);
    case 'PageDown':
      return go(row + year);
    case 'PageUp':
      return go(row - year);
    case 'Home':
      return go(0);
    case 'End':
      return go(times.length - 1);
    case 'a':
    case 'A': {
      const next = unusual.find((time) => time > (at ?? -Infinity)) ?? unusual[0];
      return next === undefined ? undefined : { to: next };
    }
    case 'Enter':
      return at === undefined ? undefined : 'pin';
    case 'Escape':
      return at === undefined ? undefined : 'leave';
    default:
      return undefined;
  }
}

function indexOf(times: ArrayLike<number>, at: number) {
  let best = 0;
  for (let i = 1; i < times.length; i++) {
    if (Math.abs(times[i] - at) < Math.abs(times[best] - at)) {
      best = i;
    }
  }
  return best;
}
