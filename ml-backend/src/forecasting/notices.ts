import type { History } from './history.ts';
import type { MemberForecast, Regime } from './members/members.ts';
import { seasonLength } from './calendar.ts';
import type { Frequency, Notice } from './types.ts';

/** What a reader must know about a forecast's footing; warnings first. */
export function noticesFor(
  history: History,
  regime: Regime,
  members: MemberForecast[],
  frequency: Frequency
): Notice[] {
  const season = seasonLength(frequency);
  const { values, late, missing, leadingZeros } = history;
  const buckets = (count: number) => `${count} ${frequency}${count === 1 ? '' : 's'}`;
  const notices: Notice[] = [];
  const warn = (code: Notice['code'], text: string) => notices.push({ code, severity: 'warning', text });
  const tell = (code: Notice['code'], text: string) => notices.push({ code, severity: 'info', text });

  if (regime === 'none') {
    warn('FORECAST_NO_HISTORY', `No forecast: there is no complete ${frequency} of data yet. Import at least 3.`);
    return notices;
  }
  const zeros = trailingZeros(values);
  if (zeros >= season / 2) {
    warn('FORECAST_ENDS_IN_ZEROS', `The last ${buckets(zeros)} are zero: a comeback is not in the forecast.`);
  }
  if (regime === 'tiny' || regime === 'short') {
    warn('FORECAST_SHORT_HISTORY', `${buckets(values.length)} of history: mean of the last 3, wide ranges.`);
  }
  if (regime === 'one-season') {
    warn(
      'FORECAST_SHORT_HISTORY',
      `${buckets(values.length)} of history: mainly last year's values, wide ranges. A season needs ${buckets(2 * season)}.`
    );
  }
  if (regime === 'no-season') {
    warn('FORECAST_NO_SEASON', `${buckets(values.length)} of history: no yearly season, that needs 110 weeks.`);
  }
  if (regime === 'intermittent') {
    tell(
      'FORECAST_INTERMITTENT',
      `Many ${frequency}s without any value: mean of the last ${buckets(Math.min(season, values.length))}, ranges that reach zero.`
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
  for (const { name } of members.filter((member) => member.failed)) {
    tell('FORECAST_MEMBER_FAILED', `${name} found no model for this history; a simpler one stands in.`);
  }
  return notices;
}

function trailingZeros(values: Float64Array): number {
  return values.length - 1 - values.findLastIndex((value) => value !== 0);
}
