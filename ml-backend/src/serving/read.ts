import { chanceAbove as chanceAboveQuantiles } from '../forecasting/quantiles.ts';
import { readForecast } from '../forecasting/forecast.ts';
import type { Forecast, Total } from '../forecasting/types.ts';
import type { StoredForecast } from './forecasts.ts';

export { passing, roundNumbers } from '../forecasting/milestones.ts';
export type { Passing } from '../forecasting/milestones.ts';
export { quantilesOf, valueAt } from '../forecasting/quantiles.ts';
export { chanceBelow, expectedShortfall, outcomesOf, riskOnTheWay } from '../forecasting/risk.ts';

/** A stored forecast at a shorter horizon and at any levels (percent). */
export const readStored = ({ forecast }: StoredForecast, horizon: number, levels: readonly number[]): Forecast =>
  readForecast(forecast, horizon, levels);

/** P(sum over the horizon > value), 0 to 1. */
export const chanceAbove = (total: Total, value: number): number => chanceAboveQuantiles(total.quantiles, value);
