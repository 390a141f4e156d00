/** Error, trend and season of an exponential smoothing model: additive, multiplicative, damped or none. */
export interface Components {
  readonly error: 'A' | 'M';
  readonly trend: 'N' | 'A' | 'Ad';
  readonly season: 'N' | 'A' | 'M';
}

/** Beyond this a season has more start values than a history can tell. */
export const LONGEST_SEASON = 24;

/**
 * The models that are tried: additive trends only, and no additive error with a multiplicative season, whose variance
 * may be infinite.
 * @param factors   whether parts may be multiplicative; all values have to be above zero
 * @param seasonal  whether a season may be fitted at all
 * Source: Hyndman, Koehler, Ord, Snyder 2008, "Forecasting with exponential smoothing", sections 2.8 and 15.
 */
export function candidates(factors: boolean, seasonal: boolean): Components[] {
  const seasons = seasonal ? (['N', 'A', 'M'] as const) : (['N'] as const);
  const trends = ['N', 'A', 'Ad'] as const;
  return seasons.flatMap((season) =>
    trends.flatMap((trend) =>
      (['A', 'M'] as const)
        .filter((error) => (error === 'A' ? season !== 'M' : factors))
        .map((error) => ({ error, trend, season }))
    )
  );
}

/** The usual name, for example "MAdM". */
export function nameOf({ error, trend, season }: Components): string {
  return error + trend + season;
}

/** The inverse of `nameOf`. */
export function componentsOf(name: string): Components {
  return {
    error: name[0] === 'M' ? 'M' : 'A',
    trend: name.slice(1, -1) as Components['trend'],
    season: name.at(-1) as Components['season'],
  };
}

/**
 * Number of free parameters: smoothing, damping, start states and the error's variance.
 */
export function parametersOf({ trend, season }: Components, period: number): number {
  return 3 + { N: 0, A: 2, Ad: 3 }[trend] + (season === 'N' ? 0 : period);
}
