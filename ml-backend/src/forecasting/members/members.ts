import { seasonLength } from '../calendar.ts';
import type { History } from '../history.ts';
import type { Frequency, MemberName } from '../types.ts';
import { ets, mstl } from './mstl.ts';
import { recentMean, seasonalNaive } from './naive.ts';

/** Which kind of history it is; it decides who takes part and which calibration table applies. */
export type Regime = 'none' | 'tiny' | 'short' | 'one-season' | 'no-season' | 'intermittent' | 'seasonal';

/** Weekly seasons need two whole years and a little more, since 52 weeks are not a year. */
const WEEKS_FOR_A_SEASON = 110;
const TINY = 6;
const INTERMITTENT = 0.3;
/** A series that never came near zero is not expected to: the floor of its forecasts as a share of its smallest value. */
const FLOOR = 0.1;
/** A member beyond this many times the largest value seen has exploded. */
const EXPLODED = 10;

/** On which scales a model is fitted where all values are positive. */
export type Scale = 'raw' | 'log' | 'both';

/** Members that are one model on both scales. */
export const SCALED = [
  ['mstl', 'mstl-log'],
  ['ets', 'ets-log'],
] as const satisfies [MemberName, MemberName][];

/** Forecasts of one member, `NaN`-free. */
export interface MemberForecast {
  name: MemberName;
  values: Float64Array;
  failed: boolean;
}

export function regimeOf({ values }: History, frequency: Frequency): Regime {
  const season = seasonLength(frequency);
  if (values.length === 0) {
    return 'none';
  }
  if (values.length < TINY) {
    return 'tiny';
  }
  if (values.length >= season && zeroShare(values.subarray(-2 * season)) > INTERMITTENT) {
    return 'intermittent';
  }
  if (frequency === 'week') {
    return values.length >= WEEKS_FOR_A_SEASON ? 'seasonal' : 'no-season';
  }
  if (values.length < season) {
    return 'short';
  }
  return values.length < 2 * season ? 'one-season' : 'seasonal';
}

/** Forecasts of every member that this history admits; `horizon` counts from the origin. */
export function forecastMembers(
  history: History,
  frequency: Frequency,
  horizon: number,
  scale: Scale = 'both'
): MemberForecast[] {
  const season = seasonLength(frequency);
  const steps = history.late + horizon;
  const { values } = history;
  const forecasts = (): [MemberName, Float64Array | undefined][] => {
    switch (regimeOf(history, frequency)) {
      case 'none':
        return [];
      case 'tiny':
      case 'short':
        return [['recent-mean', recentMean(values, 3, steps)]];
      case 'intermittent':
        return [['yearly-mean', recentMean(values, season, steps)]];
      case 'one-season':
        return [
          ['seasonal-naive', seasonalNaive(values, season, steps)],
          ['recent-mean', recentMean(values, 3, steps)],
        ];
      case 'no-season':
        return [...onScales('ets', scale, values, (y) => ets(y, steps)), ['recent-mean', recentMean(values, 3, steps)]];
      case 'seasonal':
        return [
          ...onScales('mstl', scale, values, (y) => mstl(y, season, steps)),
          ['seasonal-naive', seasonalNaive(values, season, steps)],
        ];
    }
  };
  const made = forecasts();
  const replacement = made.at(-1)?.[1];
  const smallest = values.reduce((least, value) => Math.min(least, value), Infinity);
  const floor = smallest > 0 ? FLOOR * smallest : -Infinity;
  const limit = EXPLODED * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return made.map(([name, forecast]) => {
    const failed = !forecast || !forecast.every((value) => Math.abs(value) <= limit);
    const used = (failed ? replacement! : forecast).subarray(history.late);
    return { name, values: used.map((value) => Math.max(floor, value)), failed };
  });
}

function onScales(
  name: 'mstl' | 'ets',
  scale: Scale,
  values: Float64Array,
  model: (values: Float64Array) => Float64Array | undefined
): [MemberName, Float64Array | undefined][] {
  const positive = values.every((value) => value > 0);
  const made: [MemberName, Float64Array | undefined][] = [];
  if (scale !== 'log' || !positive) {
    made.push([name, model(values)]);
  }
  if (scale !== 'raw' && positive) {
    made.push([`${name}-log`, model(values.map(Math.log))?.map(Math.exp)]);
  }
  return made;
}

function zeroShare(values: Float64Array): number {
  return values.filter((value) => value === 0).length / values.length;
}
