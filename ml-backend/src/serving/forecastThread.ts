import { forecast } from '../forecasting/forecast.ts';
import type { Forecast } from '../forecasting/types.ts';
import type { ForecastTask } from './forecaster.ts';

/** What the worker thread runs. */
export default function computeForecast({ series, options }: ForecastTask): Forecast {
  return forecast(series, options);
}
