import { goalChance } from '../insights/goalChance.ts';
import { standingOutlooks } from '../serving/outlooks.ts';
import type { Goal } from '../store/career.ts';
import type { TenantTx } from '../store/connection.ts';
import { findMetric } from '../store/metrics.ts';

/** Below this a goal is at risk. */
export const riskyChance = 0.35;

/** A goal with the chance that it is reached by its deadline; null where no forecast tells. */
export interface JudgedGoal extends Goal {
  chance: number | null;
}

/**
 * Goals with their chances, from the monthly forecasts that stand: two statements at most however many goals there are.
 * Only open goals have one, and a look back has none, since what stands now was not known then.
 */
export async function judgeGoals(tx: TenantTx, goals: readonly Goal[], lookBack: boolean): Promise<JudgedGoal[]> {
  const open = lookBack ? [] : goals.filter(({ status, metric }) => status === 'open' && findMetric(metric));
  const outlooks = await standingOutlooks(tx, open);
  const bySubject = new Map(outlooks.map((outlook) => [`${outlook.artistId}|${outlook.metric}`, outlook]));
  return goals.map((goal) => {
    const outlook = goal.status === 'open' && bySubject.get(`${goal.artistId}|${goal.metric}`);
    const adds = findMetric(goal.metric)?.aggregation === 'sum';
    return { ...goal, chance: outlook ? goalChance({ ...goal, adds }, outlook) : null };
  });
}
