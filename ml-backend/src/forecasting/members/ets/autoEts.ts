import type { FittedMember, Member } from '../member.ts';
import { onAdjusted } from '../shrunkSeason.ts';
import { candidates, componentsOf, LONGEST_SEASON, nameOf } from './components.ts';
import type { EtsFit } from './estimate.ts';
import { estimateEts } from './estimate.ts';

export type EtsStructure = { model: string; alpha: number; beta: number; gamma: number; phi: number };

const SHORTEST = 5;
const SEASONS = 2;

/**
 * Exponential smoothing with the error, trend and season that pay for their parameters (AICc). The structure is the
 * model's name ("MAdM") and its smoothing parameters. A season too long to have a start value a bucket is taken out
 * before and put back after.
 * Sources: Hyndman, Koehler, Ord, Snyder 2008, "Forecasting with exponential smoothing"; Hyndman, Khandakar 2008,
 * "Automatic time series forecasting: the forecast package for R".
 */
export const autoEts: Member<EtsStructure> = {
  ...forAnySeason(isPositive, 'ratio'),
  // Relative errors of logarithms would depend on the unit.
  onLogs: forAnySeason(() => false, 'difference'),
};

/** @param factors  whether errors and seasons of a history may be multiplicative */
function forAnySeason(factors: (values: Float64Array) => boolean, kind: 'ratio' | 'difference'): Member<EtsStructure> {
  const own: Member<EtsStructure> = {
    name: 'ets',
    fit: (values, period) => fit(values, period, factors(values)),
    refit: (values, period, structure) => refit(values, period, structure, factors(values)),
  };
  const around = onAdjusted(own, kind);
  const chosen = (period: number) => (period > LONGEST_SEASON ? around : own);
  return {
    name: own.name,
    fit: (values, period) => chosen(period).fit(values, period),
    refit: (values, period, structure) => chosen(period).refit(values, period, structure),
  };
}

/** @param factors  whether errors and seasons may be multiplicative */
function fit(values: Float64Array, period: number, factors: boolean): FittedMember<EtsStructure> | undefined {
  if (values.length < SHORTEST) {
    return undefined;
  }
  const { history, size } = scaled(values);
  let best: EtsFit | undefined;
  for (const components of candidates(factors, hasSeasons(values, period))) {
    const made = estimateEts(history, period, components);
    best = made && made.criterion < (best?.criterion ?? Infinity) ? made : best;
  }
  return best && fitted(best, size);
}

function refit(
  values: Float64Array,
  period: number,
  { model, ...from }: EtsStructure,
  factors: boolean
): FittedMember<EtsStructure> | undefined {
  const components = componentsOf(model);
  const fits =
    (components.season === 'N' || hasSeasons(values, period)) &&
    ((components.error === 'A' && components.season !== 'M') || factors);
  const { history, size } = scaled(values);
  const made = fits ? estimateEts(history, period, components, from) : undefined;
  return made ? fitted(made, size) : fit(values, period, factors);
}

function hasSeasons(values: Float64Array, period: number): boolean {
  return period > 1 && values.length >= SEASONS * period;
}

function isPositive(values: Float64Array): boolean {
  return values.every((value) => value > 0);
}

/** Values of size one, so that one set of tolerances and start values serves all. */
function scaled(values: Float64Array): { history: Float64Array; size: number } {
  const size = values.reduce((sum, value) => sum + Math.abs(value) / values.length, 0) || 1;
  return { history: values.map((value) => value / size), size };
}

function fitted({ components, recursion, smoothing }: EtsFit, size: number): FittedMember<EtsStructure> {
  return {
    structure: { model: nameOf(components), ...smoothing },
    forecast: (horizon) => recursion.forecast(smoothing.phi, horizon).map((value) => value * size),
  };
}
