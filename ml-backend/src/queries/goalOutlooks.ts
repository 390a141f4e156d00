import { goalChance } from '../insights/goalChance.ts';
import type { StoredForecast } from '../serving/forecasts.ts';
import type { Artist } from '../store/artists.ts';
import { loadGoals } from '../store/career.ts';
import { findMetric } from '../store/metrics.ts';
import type { JudgedGoal } from './goalChances.ts';
import { judgeGoals } from './goalChances.ts';
import { isLookBack, standingForecast } from './standingForecast.ts';
import type { QueryCall } from './type.ts';

/** A goal that somebody is still working on, with whose it is. */
export interface OpenGoal extends JudgedGoal {
  slug: string;
}

/**
 * The open goals of artists whose deadline lies ahead, with the chance that each is reached: from the forecasts that
 * stand, in a look back from what would have been said then.
 */
export async function openGoals(call: QueryCall, artists: readonly Artist[]): Promise<OpenGoal[]> {
  const { read, asOf } = call;
  if (artists.length === 0) return [];
  const byId = new Map(artists.map((artist) => [artist.artistId, artist]));
  const judged = await read(async (tx) => {
    const goals = await loadGoals(tx, [...byId.keys()], asOf);
    const open = goals.filter(({ status, deadline }) => status === 'open' && deadline >= asOf.getTime());
    return judgeGoals(tx, open, isLookBack(call));
  });
  const goals: OpenGoal[] = [];
  for (const goal of judged) {
    const open = { ...goal, slug: byId.get(goal.artistId)!.slug };
    goals.push(goal.chance === null ? { ...open, chance: await chanceAt(call, open) } : open);
  }
  return goals;
}

/** From the forecast of that moment, which is made where it was never asked for. */
async function chanceAt(call: QueryCall, goal: OpenGoal): Promise<number | null> {
  const metric = findMetric(goal.metric);
  if (!metric) return null;
  const { stored } = await standingForecast(call, goal.slug, metric);
  return stored ? goalChance({ ...goal, adds: metric.aggregation === 'sum' }, monthly(stored)) : null;
}

const monthly = ({ historyFrom, asOfBucket, history, forecast }: StoredForecast) => ({
  historyFrom,
  asOfBucket,
  history,
  ...forecast.distribution,
});
