import type { Series } from '../forecasting/types.ts';
import { createForecaster } from './forecaster.ts';

const series: Series = {
  values: Float64Array.of(5, 6, 7, 8, 7, 6, 5, 4, 5),
  frequency: 'month',
  start: Date.UTC(2024, 0, 1),
  nonNegative: true,
};
const task = { series, options: { horizon: 3, levels: [], seed: 1 } };

it('refuses what comes when its queue is full, says when to ask again, and takes it then', async () => {
  const forecaster = createForecaster(1, 2);
  const answers = await Promise.allSettled(Array.from({ length: 5 }, () => forecaster.compute(task)));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
  expect((answers[3] as PromiseRejectedResult).reason).toMatchObject({
    code: 'FORECASTER_BUSY',
    statusCode: 503,
    message: '2 forecasts are waiting to be computed already; ask again in 2 seconds',
  });
  await expect(forecaster.compute(task)).resolves.toMatchObject({ mean: expect.anything() });
  await forecaster.close();
});

it('gives the place of an aborted computation back', async () => {
  const forecaster = createForecaster(1, 0);
  const stop = new AbortController();
  const aborted = forecaster.compute(task, stop.signal);
  stop.abort();
  await expect(aborted).rejects.toThrow(/abort/i);
  await expect(forecaster.compute(task)).resolves.toBeDefined();
  await forecaster.close();
});
