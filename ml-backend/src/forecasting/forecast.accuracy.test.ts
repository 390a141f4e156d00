import { benchmarkFile, readSeries } from '../testing/benchmarks.ts';
import type { BenchmarkSeries } from '../testing/benchmarks.ts';
import { forecast, readForecast } from './forecast.ts';
import { tenantPool } from './tenantPool.ts';
import type { Forecast, Series } from './types.ts';

/**
 * Samples of public sets, the same ones every time: errors have 6% of room above what is reached and shares a few points
 * around it, for changes that move single series. `npm run bench -- forecast` judges the whole sets.
 */
const sets = [
  { file: 'm3_monthly_s400', every: 16, mase: 0.83, covers: [72, 84], outer: 90, sums: 60 },
  { file: 'tourism_monthly', every: 24, mase: 1.39, covers: [80, 92], outer: 93, sums: 80 },
  { file: 'm3_short30_s400', every: 16, mase: 0.85, covers: [74, 87], outer: 91, sums: 64 },
  { file: 'aus_retail_monthly', every: 8, mase: 0.63, covers: [72, 86], outer: 91, sums: 70 },
] as const;

const seriesOf = ({ train, period }: BenchmarkSeries): Series => ({
  values: Float64Array.from(train),
  frequency: 'month',
  period,
  start: Date.UTC(2000, 0, 1),
  nonNegative: true,
});

describe.each(sets)('on a sample of $file', ({ file, every, mase, covers, outer, sums }) => {
  const path = benchmarkFile(`forecast/${file}.json.gz`);
  const check = path ? it : it.skip;
  let sample: BenchmarkSeries[] = [];
  let made: Forecast[] = [];
  beforeAll(() => {
    if (!path) return;
    sample = readSeries(path).filter((_, index) => index % every === 0);
    const pool = tenantPool(sample.map(seriesOf), sample[0]!.horizon);
    made = sample.map((one) =>
      forecast(seriesOf(one), { horizon: one.horizon, levels: [80, 95], seed: 1, backtest: 0 }, pool)
    );
  });

  check('the mean error stays below its bound', () => {
    const errors = sample.map(({ train, test }, index) => scaledError(train, test, made[index]!.mean));
    expect(meanOf(errors)).toBeLessThan(mase);
  });

  check('ranges hold what they say, of steps and of sums', () => {
    const share = (place: number) =>
      100 *
      meanOf(
        sample.flatMap(({ test }, index) => {
          const { lower, upper } = made[index]!.bounds[place]!;
          return test.map((value, step) => Number(lower[step]! <= value && value <= upper[step]!));
        })
      );
    expect(share(0)).toBeGreaterThan(covers[0]);
    expect(share(0)).toBeLessThan(covers[1]);
    expect(share(1)).toBeGreaterThan(outer);
    const inside = sample.map(({ test, horizon }, index) => {
      const steps = Math.min(12, horizon);
      const { lower, upper } = readForecast(made[index]!, steps, [80]).total!.bounds[0]!;
      const sum = test.slice(0, steps).reduce((total, value) => total + value, 0);
      return Number(lower <= sum && sum <= upper);
    });
    expect(100 * meanOf(inside)).toBeGreaterThan(sums);
  });
});

/** Mean absolute error over that of last year's value in the training part. */
function scaledError(train: number[], test: number[], mean: ArrayLike<number>): number {
  const scale = meanOf(train.slice(12).map((value, at) => Math.abs(value - train[at]!)));
  return meanOf(test.map((value, step) => Math.abs(value - mean[step]!))) / scale;
}

const meanOf = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
