/** Neighbouring marks drawn as one: the positions of its first and last mark, both inclusive. */
export interface Run {
  first: number;
  last: number;
  x0: number;
  x1: number;
}

/**
 * Runs of marks with no gap wider than `gap` px between the end of one and the start of the next.
 * Every mark is in exactly one run, so the counts add up to the number of marks.
 * @param x0 starts in px, ascending
 * @param x1 ends in px, x1[i] >= x0[i]
 */
export function runs(x0: ArrayLike<number>, x1: ArrayLike<number>, gap: number): Run[] {
  const out: Run[] = [];
  for (let i = 0; i < x0.length; i++) {
    const run = out[out.length - 1];
    if (run && x0[i] - run.x1 <= gap) {
      run.last = i;
      run.x1 = Math.max(run.x1, x1[i]);
    } else {
      out.push({ first: i, last: i, x0: x0[i], x1: x1[i] });
    }
  }
  return out;
}
