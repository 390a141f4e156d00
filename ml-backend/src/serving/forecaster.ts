import { Piscina } from 'piscina';
import type { Forecast, ForecastOptions, Series } from '../forecasting/types.ts';

/** One computation, as it is sent to the worker thread. */
export interface ForecastTask {
  series: Series;
  options: ForecastOptions;
}

/** Computes forecasts off the event loop: one takes 100 to 400 ms of CPU. */
export interface Forecaster {
  /** @throws AbortError when `signal` fires first */
  compute(task: ForecastTask, signal?: AbortSignal): Promise<Forecast>;
  close(): Promise<void>;
}

/** The thread ends after this rest and gives its memory back. */
const IDLE = 30_000;

/** @param threads  how many forecasts are computed at once; one in a process that answers requests */
export function createForecaster(threads = 1): Forecaster {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const pool = new Piscina({
    filename: new URL(`./forecastThread.${extension}`, import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE,
  });
  return {
    compute: (task, signal) => pool.run(task, signal ? { signal } : {}) as Promise<Forecast>,
    close: () => pool.destroy(),
  };
}
