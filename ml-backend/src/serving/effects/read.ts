export { certain, effectRange, referencePool } from '../../forecasting/effects/pool.ts';
export type { Effect } from '../../forecasting/effects/pool.ts';
export type { EffectBook, EventEffect } from '../../forecasting/effects/book.ts';
export type { Change } from '../../forecasting/effects/scenario.ts';
export { scenarioPaths } from '../../forecasting/effects/scenario.ts';
export { exposure } from '../../forecasting/effects/shapes.ts';
export { extraShows } from '../../forecasting/effects/perShow.ts';
