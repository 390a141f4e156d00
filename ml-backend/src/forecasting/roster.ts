import { bucketTime, seasonLength } from './calendar.ts';
import { fourierSeason } from './combination/fourier.ts';
import { withSeason } from './combination/season.ts';
import type { GlobalModel } from './global/model.ts';
import { GLOBAL_NAME } from './global/model.ts';
import type { History } from './history.ts';
import { borrowedSeason } from './intervals/poolSeason.ts';
import type { Pool } from './intervals/pool.ts';
import { arima101011 } from './members/arima/arima.ts';
import { autoEts } from './members/ets/autoEts.ts';
import { onLogScale } from './members/logScale.ts';
import type { Member } from './members/member.ts';
import { damped } from './members/damped.ts';
import { imapa, tsb } from './members/intermittent.ts';
import { lastSeason, meanOfSeason, meanOfThree, recentMean, seasonalNaive } from './members/simple.ts';
import { thetaMember } from './members/theta.ts';
import type { Regime } from './regime.ts';
import { periodOf, regimeOf } from './regime.ts';
import type { Series } from './types.ts';

/** Who takes part for one kind of history. */
export interface Roster {
  regime: Regime;
  members: readonly Member[];
  /** Length of the season that the members reckon with; 1 where there is none. */
  period: number;
  /** Shares of the members where a history can't tell them apart; else those of the pool and of their errors. */
  shares?: Float64Array;
  /** What speaks last, about what the members say. */
  global?: GlobalModel;
  /** What stands in for a member that fails. */
  stand: (values: Float64Array, period: number, horizon: number) => Float64Array;
}

/** Members that choose by themselves whether there is a season, on both scales. */
const SEASONAL: readonly Member[] = [
  autoEts,
  onLogScale(autoEts),
  thetaMember('theta', 'ratio'),
  onLogScale(thetaMember('theta', 'difference')),
  arima101011,
  onLogScale(arima101011),
  lastSeason,
];
const PLAIN: readonly Member[] = [
  autoEts,
  onLogScale(autoEts),
  thetaMember('theta', 'ratio'),
  onLogScale(damped),
  meanOfThree,
];
const SHORT: readonly Member[] = [onLogScale(damped), thetaMember('theta', 'ratio'), meanOfThree];
const TINY: readonly Member[] = [meanOfThree];
/** A handful of sales of one series can't tell these apart. */
const RARE: readonly Member[] = [tsb, imapa, meanOfSeason];
const RARE_SHARES = new Float64Array(3).fill(1 / 3);

/** Who takes part for a history, and with which season. */
export function rosterFor(
  history: History,
  series: Pick<Series, 'period' | 'frequency' | 'start'>,
  pool: Pool
): Roster {
  const { values } = history;
  const regime = regimeOf(values, series);
  const period = periodOf(series);
  switch (regime) {
    case 'none':
    case 'tiny':
      return { regime, members: TINY, period: 1, stand: sayRecent };
    case 'intermittent':
      return { regime, members: RARE, period, stand: sayRecent, shares: RARE_SHARES };
    case 'seasonal':
      return {
        regime,
        members: SEASONAL,
        period,
        stand: sayLastSeason,
        global: pool.global?.period === period ? pool.global : undefined,
      };
    case 'short': {
      const months = series.frequency === 'month' && period === seasonLength('month');
      const month = new Date(bucketTime(series.start, series.frequency, history.first)).getUTCMonth();
      const members = months
        ? SHORT.map((member) => withSeason(member, (known) => borrowedSeason(known, month, pool)))
        : SHORT;
      return { regime, members, period: 1, stand: sayRecent };
    }
    case 'no-season': {
      const members =
        period > 1 ? PLAIN.map((member) => withSeason(member, (known) => fourierSeason(known, period))) : PLAIN;
      return { regime, members, period: 1, stand: sayRecent };
    }
  }
}

/** Everybody who says something, in the order of `Said.forecasts`. */
export function namesOf({ members, global }: Roster): string[] {
  return [...members.map(({ name }) => name), ...(global ? [GLOBAL_NAME] : [])];
}

const sayLastSeason: Roster['stand'] = (values, period, horizon) =>
  values.length < period ? sayRecent(values, period, horizon) : seasonalNaive(values, period, horizon);

const sayRecent: Roster['stand'] = (values, _, horizon) => recentMean(values, 3, horizon);
