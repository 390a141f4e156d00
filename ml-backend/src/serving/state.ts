import { MODEL } from '../forecasting/forecast.ts';
import { shippedPool } from '../forecasting/shippedPool.ts';

/** Whether forecasts can be made here: the shipped pool and its trees are there and readable. */
export function modelState(): { ok: boolean; message: string } {
  try {
    shippedPool();
    return { ok: true, message: `${MODEL.name} ${MODEL.version}` };
  } catch (error) {
    return { ok: false, message: `the forecasting model does not load: ${(error as Error).message}` };
  }
}
