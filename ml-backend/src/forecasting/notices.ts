import type { History } from './history.ts';
import type { Regime } from './regime.ts';
import { periodOf, seasonFrom } from './regime.ts';
import type { Frequency, Notice, Series } from './types.ts';

/**
 * What a reader must know about a forecast's footing; warnings first.
 * @param exploded  members that ran away
 */
export function noticesFor(
  history: History,
  regime: Regime,
  exploded: readonly string[],
  series: Pick<Series, 'period' | 'frequency'>
): Notice[] {
  const { frequency } = series;
  const period = periodOf(series);
  const { values, late, missing, leadingZeros } = history;
  const buckets = (count: number) => `${count} ${frequency}${count === 1 ? '' : 's'}`;
  const notices: Notice[] = [];
  const warn = (code: Notice['code'], text: string) => notices.push({ code, severity: 'warning', text });
  const tell = (code: Notice['code'], text: string) => notices.push({ code, severity: 'info', text });

  const zeros = trailingZeros(values);
  if (zeros >= Math.max(3, period / 2)) {
    warn('FORECAST_ENDS_IN_ZEROS', `The last ${buckets(zeros)} are zero: a comeback is not in the forecast.`);
  }
  if (regime === 'tiny') {
    warn('FORECAST_SHORT_HISTORY', `${buckets(values.length)} of history: mean of the last 3, wide ranges.`);
  }
  if (regime === 'short') {
    warn(
      'FORECAST_SHORT_HISTORY',
      `${buckets(values.length)} of history: level and a fading trend, a season mostly borrowed from other series, wide ranges. A season of its own needs ${buckets(seasonFrom(period, frequency))}.`
    );
  }
  if (regime === 'no-season' && period > 1) {
    warn(
      'FORECAST_NO_SEASON',
      `${buckets(values.length)} of history: only a smooth season; one by ${frequency} needs ${buckets(seasonFrom(period, frequency))}.`
    );
  }
  if (regime === 'intermittent') {
    tell(
      'FORECAST_INTERMITTENT',
      `Many ${frequency}s without any value: the usual rate of the last ${buckets(Math.min(2 * period, values.length))}, ranges that reach zero.`
    );
  }
  if (late > 0) {
    tell(
      'FORECAST_LATE_VALUES',
      `The last ${buckets(late)} have not come in; the forecast starts from what came before.`
    );
  }
  if (missing > 0) {
    tell(
      'FORECAST_MISSING_VALUES',
      `${buckets(missing)} without data, filled from the neighbours and the year before.`
    );
  }
  if (leadingZeros > 0) {
    tell('FORECAST_LEADING_ZEROS', `The first ${buckets(leadingZeros)} are zero and left out.`);
  }
  for (const name of exploded) {
    tell('FORECAST_MEMBER_FAILED', `${name} ran away on this history; the usual values of last season stand in.`);
  }
  return notices;
}

/** @param hasPrior  whether other series say what to expect */
export function priorNotice(frequency: Frequency, hasPrior: boolean): Notice {
  return hasPrior
    ? {
        code: 'FORECAST_PRIOR',
        severity: 'warning',
        text: `No complete ${frequency} of data yet: the range of what the other artists have, no forecast of this one. Import at least 3.`,
      }
    : {
        code: 'FORECAST_NO_HISTORY',
        severity: 'warning',
        text: `No forecast: there is no complete ${frequency} of data yet. Import at least 3.`,
      };
}

function trailingZeros(values: Float64Array): number {
  return values.length - 1 - values.findLastIndex((value) => value !== 0);
}
