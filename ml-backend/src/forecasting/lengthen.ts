/**
 * Carries a distribution on by what a longer forecast of the same history says of later steps. The longer one is made
 * for itself and differs a little, so its later steps are moved by how far the two differ over the last season that they
 * share, each quantile for itself: there is no jump where they meet.
 * @param near         quantiles at `PROBABILITIES`, one row a step
 * @param far          the longer forecast's; as many steps or more
 * @param season       steps in a season
 * @param nonNegative  moved by a factor, else by a difference
 * @returns `near`, then the later steps of `far`
 */
export function lengthen(
  near: readonly Float64Array[],
  far: readonly Float64Array[],
  season: number,
  nonNegative: boolean
): Float64Array[] {
  const shared = Math.min(season, near.length);
  const from = near.length - shared;
  const places = near[0]?.length ?? 0;
  const level = (rows: readonly Float64Array[], place: number) => {
    let sum = 0;
    for (let step = from; step < near.length; step++) sum += rows[step]![place]!;
    return sum / shared;
  };
  const moves = Array.from({ length: places }, (_, place) => {
    const [told, said] = [level(near, place), level(far, place)];
    return nonNegative ? (said > 0 ? told / said : 1) : told - said;
  });
  const later = far.slice(near.length).map((row) => {
    const moved = row.map((value, place) => (nonNegative ? value * moves[place]! : value + moves[place]!));
    // Quantiles that moved by different amounts must not cross.
    for (let place = 1; place < places; place++) moved[place] = Math.max(moved[place]!, moved[place - 1]!);
    return moved;
  });
  return [...near, ...later];
}
