import type { Origin } from './combine.ts';
import { combine, weigh } from './combine.ts';
import type { ErrorTable } from './errorTable.ts';
import { errorKind, errorQuantiles, unitOf } from './errorTable.ts';
import { seasonLength } from './calendar.ts';
import type { History } from './history.ts';
import type { MemberForecast } from './members/members.ts';
import type { ErrorModel } from './paths.ts';
import type { Expectation } from './spread.ts';
import { spreadEvidence, spreadOf } from './spread.ts';
import type { MemberWeight, Series } from './types.ts';

/** An origin's members joined into one forecast. */
export interface Joined extends Expectation {
  weights: MemberWeight[];
}

/** Joins members with the weights that their errors at earlier origins earned, as known at `end`. */
export function join(series: Series, members: MemberForecast[], earlier: Origin[], end: number): Joined {
  const names = members.map((member) => member.name);
  const weights = weigh(names, earlier, series.values, end);
  return { at: end, weights, mean: combine(members, weights, series.nonNegative) };
}

/** Joins each origin with the origins before it only: what would have been said at that time. */
export function joinEach(series: Series, origins: Origin[]): Joined[] {
  return origins.map((origin, index) => join(series, origin.members, origins.slice(0, index), origin.at));
}

/**
 * The errors to expect of a forecast made at `end`: shape by step from the pooled table, size from the series' own
 * errors at earlier origins.
 * @param past  combined forecasts of earlier origins; only errors known at `end` are used
 */
export function errorModel(
  series: Series,
  history: History,
  past: Expectation[],
  end: number,
  horizon: number,
  table: ErrorTable
): ErrorModel {
  const kind = errorKind(history, series.frequency);
  const unit = unitOf(kind);
  const season = seasonLength(series.frequency);
  const evidence = spreadEvidence(unit, history, season, past, series.values, end);
  const quantiles = Array.from({ length: horizon }, (_, step) =>
    errorQuantiles(table, kind, history.values.length, history.late + step + 1)
  );
  return { unit, spread: spreadOf(evidence, table.prior[kind]), quantiles, dependence: table.dependence[kind] };
}
