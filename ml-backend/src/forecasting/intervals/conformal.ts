/**
 * The split-conformal quantile of scores held out.
 * @param scores  ascending, at least one
 * @param level   wanted coverage, above 0 and below 1
 * @returns the ceil((n + 1) level)-th smallest score; Infinity where n is too small for the level
 * Source: Lei, G'Sell, Rinaldo, Tibshirani, Wasserman 2018, "Distribution-free predictive inference for regression", 2.
 */
export function conformalQuantile(scores: ArrayLike<number>, level: number): number {
  // Products such as 60 * 0.9 must not be lifted to the next rank by their last bit.
  const rank = Math.ceil((scores.length + 1) * level - 1e-9);
  return rank > scores.length ? Infinity : scores[Math.max(0, rank - 1)]!;
}
