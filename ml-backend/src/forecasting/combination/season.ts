import type { FittedMember, Member, Structure } from '../members/member.ts';

/**
 * The same member on a history whose season is taken out beforehand and put back into its forecasts: for a history that
 * is too short, or a season that is too long, for the member's own.
 * @param factors  what the season multiplies the level by at each bucket from the history's first one on; it is asked
 *   beyond the history's end
 */
export function withSeason<S extends Structure>(
  member: Member<S>,
  factors: (values: Float64Array) => (at: number) => number
): Member<S> {
  const through = (values: Float64Array, fit: (flat: Float64Array) => FittedMember<S> | undefined) => {
    const factor = factors(values);
    const fitted = fit(values.map((value, at) => value / factor(at)));
    return (
      fitted && {
        ...fitted,
        forecast: (horizon: number) =>
          fitted.forecast(horizon).map((value, step) => value * factor(values.length + step)),
      }
    );
  };
  return {
    name: member.name,
    fit: (values) => through(values, (flat) => member.fit(flat, 1)),
    refit: (values, _, structure) => through(values, (flat) => member.refit(flat, 1, structure)),
  };
}
