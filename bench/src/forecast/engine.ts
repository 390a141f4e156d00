import { NO_POOL } from '../../../ml-backend/src/forecasting/intervals/pool.ts';
import { forecast, readForecast } from '../../../ml-backend/src/forecasting/forecast.ts';
import { shippedPool } from '../../../ml-backend/src/forecasting/shippedPool.ts';
import { tenantPool } from '../../../ml-backend/src/forecasting/tenantPool.ts';
import type { Forecast, Series } from '../../../ml-backend/src/forecasting/types.ts';
import type { Task } from './input.ts';
import type { Said } from './scores.ts';

/** Where ranges and weights that a series has none of its own for come from. */
export type PoolKind = 'file' | 'shipped' | 'none';

/** Forecasts of many series, and what they cost. */
export interface Run {
  said: Said[];
  /** Series without a forecast, and why. */
  missing: { id: string; reason: string }[];
  /** CPU milliseconds of the forecasts alone. */
  cpu: number;
  /** CPU milliseconds of the pool. */
  poolCpu: number;
}

/** Forecasts every task with the product's own engine, one after the other in this thread. */
export function forecastAll(
  tasks: readonly Task[],
  kind: PoolKind,
  seed: number,
  progress: (done: number) => void
): Run {
  const run: Run = { said: [], missing: [], cpu: 0, poolCpu: 0 };
  const beforePool = process.cpuUsage();
  const horizon = Math.max(...tasks.map((task) => task.horizon));
  const pool =
    kind === 'none' ? NO_POOL : kind === 'shipped' ? shippedPool() : tenantPool(tasks.map(seriesOf), horizon);
  run.poolCpu = cpuSince(beforePool);
  const before = process.cpuUsage();
  for (const [index, task] of tasks.entries()) {
    try {
      run.said.push(
        sayOf(task, forecast(seriesOf(task), { horizon: task.horizon, levels: [80, 95], seed, backtest: 0 }, pool))
      );
    } catch (error) {
      run.missing.push({ id: task.id, reason: (error as Error).message });
    }
    progress(index + 1);
  }
  run.cpu = cpuSince(before);
  return run;
}

function seriesOf({ train, weekly, period, start }: Task): Series {
  return {
    values: train,
    frequency: weekly ? 'week' : 'month',
    period,
    start,
    nonNegative: train.every((value) => !(value < 0)),
  };
}

function sayOf({ id, horizon }: Task, made: Forecast): Said {
  const [inner, outer] = made.bounds;
  if (!inner || !outer || made.mean.length !== horizon) throw new Error(made.notices[0]?.text ?? 'no forecast');
  const steps = Math.min(12, horizon);
  const range = readForecast(made, steps, [80]).total!.bounds[0]!;
  return {
    id,
    mean: Array.from(made.mean),
    lo80: Array.from(inner.lower),
    hi80: Array.from(inner.upper),
    lo95: Array.from(outer.lower),
    hi95: Array.from(outer.upper),
    total: { lo80: range.lower, hi80: range.upper },
  };
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
