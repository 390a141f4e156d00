import type { Distribution, Forecast } from '../forecasting/types.ts';

/** A stored forecast's JSON: typed arrays as lists, bounds and total left out since they follow from the distribution. */
export interface StoredPayload
  extends Omit<Forecast, 'times' | 'mean' | 'bounds' | 'total' | 'distribution' | 'paths'> {
  times: number[];
  mean: number[];
  distribution: { steps: number[][]; totals: number[][] };
  /** What the facts themselves need said, e.g. a missing exchange rate. */
  seriesNotices: string[];
}

const SIGNIFICANT = 6;

export function toPayload(forecast: Forecast, seriesNotices: string[]): StoredPayload {
  const { times, mean, distribution, members, backtest, notices, model, structure } = forecast;
  const rows = (list: Float64Array[]) =>
    list.map((row) => Array.from(row, (value) => Number(value.toPrecision(SIGNIFICANT))));
  return {
    times: Array.from(times),
    mean: Array.from(mean),
    distribution: { steps: rows(distribution.steps), totals: rows(distribution.totals) },
    members,
    backtest,
    notices,
    model,
    ...(structure && { structure }),
    seriesNotices,
  };
}

/** The forecast without bounds and total: read those with `readForecast`. */
export function fromPayload({ seriesNotices: _, ...stored }: StoredPayload): Forecast {
  const rows = (list: number[][]): Float64Array[] => list.map((row) => Float64Array.from(row));
  const distribution: Distribution = {
    steps: rows(stored.distribution.steps),
    totals: rows(stored.distribution.totals),
  };
  const { mase, error, naiveError, coverage } = stored.backtest;
  return {
    ...stored,
    times: Float64Array.from(stored.times),
    mean: Float64Array.from(stored.mean),
    bounds: [],
    total: undefined,
    distribution,
    backtest: {
      ...stored.backtest,
      mase: numberOf(mase),
      error: numberOf(error),
      naiveError: numberOf(naiveError),
      coverage: numberOf(coverage),
    },
  };
}

/** JSON has no NaN and writes null for it. */
function numberOf(value: number | null): number {
  return value ?? Number.NaN;
}
