/** When a threshold is passed, over many equally likely futures. */
export interface Passing {
  /** P(passed by the end of step i), never falling; 0 to 1. */
  by: Float64Array;
  /** First step by whose end 10, 50 and 90% of the futures have passed it; undefined where fewer ever do. */
  early: number | undefined;
  median: number | undefined;
  late: number | undefined;
}

const EARLY = 0.1;
const LATE = 0.9;

/**
 * The distribution of the step at which paths first reach a threshold.
 * @param paths       rows of one value a step, at least one
 * @param threshold   in the metric's unit
 * @param before      what the first step adds to: the sum so far; undefined where each step stands alone
 */
export function passing(paths: readonly Float64Array[], threshold: number, before: number | undefined): Passing {
  const horizon = paths[0]?.length ?? 0;
  const passed = new Uint32Array(horizon);
  for (const path of paths) {
    const step = firstPassage(path, threshold, before);
    if (step !== undefined) passed[step]!++;
  }
  for (let step = 1; step < horizon; step++) passed[step]! += passed[step - 1]!;
  const by = Float64Array.from(passed, (count) => count / paths.length);
  const reach = (share: number) => {
    const found = by.findIndex((chance) => chance >= share);
    return found < 0 ? undefined : found;
  };
  return { by, early: reach(EARLY), median: reach(0.5), late: reach(LATE) };
}

function firstPassage(path: Float64Array, threshold: number, before: number | undefined): number | undefined {
  let sum = before ?? 0;
  for (let step = 0; step < path.length; step++) {
    sum = before === undefined ? path[step]! : sum + path[step]!;
    if (sum >= threshold) return step;
  }
  return undefined;
}

const MANTISSAS = [
  [1, 2, 5],
  [1, 1.5, 2, 3, 5, 7.5],
  [1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9],
] as const;

/**
 * Round numbers that lie ahead: the coarsest that give enough of them, evenly picked where there are more.
 * @param from  what is reached already; `to`: what is within reach
 * @param most  how many at most
 * @returns ascending, above `from` and up to `to`; none where nothing positive lies between
 */
export function roundNumbers(from: number, to: number, most: number): number[] {
  if (!(to > 0) || !Number.isFinite(to)) return [];
  const low = Math.max(from, to / 1000);
  let found: number[] = [];
  for (const mantissas of MANTISSAS) {
    found = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(to)); power++) {
      const numbers = mantissas.map((mantissa) => Number(`${mantissa}e${power}`));
      found.push(...numbers.filter((number) => number > from && number <= to));
    }
    if (found.length >= most) break;
  }
  if (found.length <= most) return found;
  return Array.from({ length: most }, (_, index) => found[Math.round((index * (found.length - 1)) / (most - 1))]!);
}
