import { Piscina } from 'piscina';
import { EncoreError } from '../errors.ts';
import type { Forecast, ForecastOptions, Series } from '../forecasting/types.ts';

/** One computation, as it is sent to the worker thread. */
export interface ForecastTask {
  series: Series;
  options: ForecastOptions;
}

/** Computes forecasts off the event loop: one takes 20 to 100 ms of CPU with its backtest. */
export interface Forecaster {
  /**
   * @throws EncoreError 503 when too many wait already: nobody waits longer than a panel does
   * @throws AbortError when `signal` fires first
   */
  compute(task: ForecastTask, signal?: AbortSignal): Promise<Forecast>;
  close(): Promise<void>;
}

/** The thread ends after this rest and gives its memory back. */
const IDLE = 30_000;
const usualSeconds = 0.1;

/**
 * @param threads   how many forecasts are computed at once; one in a process that answers requests
 * @param maxQueue  how many more may wait; 40 are done before the 30 seconds are over that Grafana waits
 */
export function createForecaster(threads = 1, maxQueue = 40): Forecaster {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const pool = new Piscina({
    filename: new URL(`./forecastThread.${extension}`, import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE,
  });
  let pending = 0;
  return {
    async compute(task, signal) {
      if (pending >= threads + maxQueue) throw busy(pending - threads, threads);
      pending++;
      try {
        return (await pool.run(task, signal ? { signal } : {})) as Forecast;
      } finally {
        pending--;
      }
    },
    close: () => pool.destroy(),
  };
}

function busy(waiting: number, threads: number): EncoreError {
  const seconds = Math.ceil((waiting * usualSeconds) / threads) + 1;
  return new EncoreError(
    'FORECASTER_BUSY',
    503,
    `${waiting} forecasts are waiting to be computed already; ask again in ${seconds} seconds`
  );
}
