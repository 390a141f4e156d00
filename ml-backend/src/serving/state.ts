import { shippedErrorTable } from '../forecasting/errorTable.ts';
import { MODEL } from '../forecasting/forecast.ts';

/** Whether forecasts can be made here: the model's shipped table is there and readable. */
export function modelState(): { ok: boolean; message: string } {
  try {
    shippedErrorTable();
    return { ok: true, message: `${MODEL.name} ${MODEL.version}` };
  } catch (error) {
    return { ok: false, message: `the forecasting model does not load: ${(error as Error).message}` };
  }
}
