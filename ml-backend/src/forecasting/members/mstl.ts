/**
 * The only file that touches augurs (Grafana Labs' time series library in WASM): its AutoETS, bare or on the series
 * without the seasonal part of an MSTL decomposition.
 * Sources: Bandara, Hyndman, Bergmeir 2021, "MSTL"; Hyndman, Khandakar 2008, "Automatic time series forecasting".
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AutoETS, initSync as startEts } from '@bsull/augurs/ets';
import { MSTL, initSync as startMstl } from '@bsull/augurs/mstl';

/** Error, trend and damping are searched, a season is left out: augurs' bare AutoETS ignores it anyway. */
const NO_SEASON = 'ZZN';

let started = false;

function start(): void {
  if (started) {
    return;
  }
  const { resolve } = createRequire(import.meta.url);
  const bytes = (name: string) => readFileSync(resolve(`@bsull/augurs/${name}`).replace(/\.js$/, '_bg.wasm'));
  startMstl({ module: bytes('mstl') });
  startEts({ module: bytes('ets') });
  started = true;
}

/**
 * Forecast by MSTL with AutoETS on the seasonally adjusted series.
 * @param values   finite, oldest first, at least two seasons
 * @param period   length of the season in steps
 * @param horizon  steps ahead
 * @returns one value a step, or undefined where augurs finds no model
 */
export function mstl(values: Float64Array, period: number, horizon: number): Float64Array | undefined {
  start();
  const model = MSTL.ets(Uint32Array.of(period));
  return run(model, values, horizon);
}

/** Forecast by AutoETS without a season; parameters and result as for `mstl`. */
export function ets(values: Float64Array, horizon: number): Float64Array | undefined {
  start();
  return run(new AutoETS(1, NO_SEASON), values, horizon);
}

function run(model: MSTL | AutoETS, values: Float64Array, horizon: number): Float64Array | undefined {
  try {
    model.fit(values);
    return Float64Array.from(model.predict(horizon).point);
  } catch {
    return undefined; // "no model found" is a normal end for a degenerate series; the caller has a replacement
  } finally {
    model.free();
  }
}
