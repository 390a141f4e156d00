import { mean } from '../figure.ts';

/** What a forecast says of one series, as benchmarks/score.py reads it. */
export interface Said {
  id: string;
  mean: number[];
  lo80: number[];
  hi80: number[];
  lo95: number[];
  hi95: number[];
  /** 80% range of the sum of the first min(12, horizon) steps. */
  total: { lo80: number; hi80: number };
}

/** One series with what came after it. */
export interface Judged {
  said: Said;
  train: Float64Array;
  actual: Float64Array;
  scalePeriod: number;
}

/** Mean figures over series; shares in percent. */
export interface Scores {
  series: number;
  sMAPE: number;
  MAPE: number;
  MASE: number;
  RMSSE: number;
  bias: number;
  C80: number;
  C95: number;
  MSIS95: number;
  CT80: number;
}

/**
 * Scores forecasts as benchmarks/score.py does: each figure per series first, then the mean over series; coverage over
 * all points.
 * Sources: Makridakis et al. 2020, "The M4 competition" (sMAPE, MASE, MSIS); Hyndman, Koehler 2006 (MASE, RMSSE).
 */
export function scoresOf(all: readonly Judged[]): Scores {
  const rows = all.map(scoresOfOne);
  const points = rows.reduce((sum, row) => sum + row.points, 0);
  const average = (pick: (row: (typeof rows)[number]) => number) => mean(rows.map(pick).filter(Number.isFinite));
  const share = (pick: (row: (typeof rows)[number]) => number) =>
    (100 * rows.reduce((sum, row) => sum + pick(row), 0)) / points;
  return {
    series: rows.length,
    sMAPE: average((row) => row.smape),
    MAPE: average((row) => row.mape),
    MASE: average((row) => row.mase),
    RMSSE: average((row) => row.rmsse),
    bias: average((row) => row.bias),
    C80: share((row) => row.in80),
    C95: share((row) => row.in95),
    MSIS95: average((row) => row.msis),
    CT80: 100 * average((row) => row.total),
  };
}

function scoresOfOne({ said, train, actual, scalePeriod }: Judged) {
  const steps = Array.from(actual.keys());
  const size = scale(train, scalePeriod, 1);
  const square = scale(train, scalePeriod, 2);
  const errors = steps.map((step) => actual[step]! - said.mean[step]!);
  const inside = (lower: number[], upper: number[]) =>
    steps.filter((step) => lower[step]! <= actual[step]! && actual[step]! <= upper[step]!).length;
  const percentages = steps
    .filter((step) => actual[step] !== 0)
    .map((step) => (100 * Math.abs(errors[step]!)) / Math.abs(actual[step]!));
  const sum = actual.subarray(0, 12).reduce((total, value) => total + value, 0);
  return {
    points: steps.length,
    smape: mean(steps.map((step) => relative(actual[step]!, said.mean[step]!))),
    mape: mean(percentages),
    mase: mean(errors.map(Math.abs)) / size,
    rmsse: Math.sqrt(mean(errors.map((error) => error * error)) / square),
    bias: (-100 * mean(errors)) / mean(Array.from(train, Math.abs)),
    in80: inside(said.lo80, said.hi80),
    in95: inside(said.lo95, said.hi95),
    msis: mean(steps.map((step) => intervalScore(actual[step]!, said.lo95[step]!, said.hi95[step]!, 0.05))) / size,
    total: Number(said.total.lo80 <= sum && sum <= said.total.hi80),
  };
}

const relative = (actual: number, expected: number): number =>
  actual === 0 && expected === 0 ? 0 : (200 * Math.abs(actual - expected)) / (Math.abs(actual) + Math.abs(expected));

function intervalScore(actual: number, lower: number, upper: number, alpha: number): number {
  const below = Math.max(0, lower - actual);
  const above = Math.max(0, actual - upper);
  return upper - lower + (2 / alpha) * (below + above);
}

/** Mean |change over a season|^power; over one bucket where a season tells nothing; NaN where nothing changes. */
function scale(train: Float64Array, period: number, power: number): number {
  for (const lag of [period, 1]) {
    if (train.length <= lag) continue;
    const changes = Array.from(train.subarray(lag), (value, at) => Math.abs(value - train[at]!) ** power);
    const size = mean(changes);
    if (size > 0) return size;
  }
  return NaN;
}
