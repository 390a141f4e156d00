/** Earlier origins of a forecast, in horizons before its own: each is judged by what came after it. */
const HORIZONS_BACK = [2, 1.5, 1, 0.5] as const;

/** What an origin needs before it, in seasons; without a season, in buckets. */
const SEASONS_BEFORE = 2;
const BUCKETS_BEFORE = 12;

/**
 * Where members are tested before they forecast from `end`: two, one and a half, one and half a horizon earlier, closer
 * together where the history is too short for that.
 * @param end      number of buckets known
 * @param horizon  buckets ahead that are asked for
 * @param period   length of the season; 1 where there is none
 * @returns numbers of buckets known at each, ascending; empty where nothing is left to learn from before the first
 */
export function pseudoOrigins(end: number, horizon: number, period: number): number[] {
  const before = period > 1 ? SEASONS_BEFORE * period : BUCKETS_BEFORE;
  const reach = Math.min(horizon, Math.floor((end - before) / 2));
  if (reach < 1) {
    return [];
  }
  const origins = HORIZONS_BACK.map((back) => end - Math.max(1, Math.round(back * reach)));
  return [...new Set(origins)];
}
