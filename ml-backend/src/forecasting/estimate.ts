import type { Said, Structures } from './combination/roll.ts';
import { sayAt } from './combination/roll.ts';
import { pseudoOrigins } from './combination/origins.ts';
import type { History } from './history.ts';
import { evidenceAt } from './intervals/evidence.ts';
import type { Outlook } from './intervals/outlook.ts';
import { atRate, joinedBy, outlookAt } from './intervals/outlook.ts';
import type { Pool } from './intervals/pool.ts';
import { priorShares } from './intervals/pool.ts';
import type { Roster } from './roster.ts';
import { namesOf } from './roster.ts';

/** What every member says now, and the forecast that they are joined to. */
export interface Estimate {
  outlook: Outlook;
  said: Said;
  /** What the members chose on the whole history. */
  structures: Structures;
}

/** What is kept of an estimate, so that a longer history needs no choice and no test again; plain JSON. */
export interface Kept {
  regime: string;
  structures: Structures;
  /** Shares by member. */
  weights: Record<string, number>;
  /** Error at earlier origins, brought to one step; null where there were none. */
  own: number | null;
}

/**
 * Fits every member on a history and at its earlier origins, and joins them. What a member chooses at the first of the
 * earlier origins is kept at the later ones, so that no origin knows what came after it; the whole history chooses anew.
 * @param horizon  steps ahead
 */
export function estimate(history: History, roster: Roster, horizon: number, pool: Pool): Estimate {
  const { members, period, stand, global } = roster;
  const { values, late } = history;
  const steps = late + horizon;
  const chosen: Structures = {};
  const earlier = pseudoOrigins(values.length, horizon, period).map((at) => {
    const known = values.subarray(0, at);
    const ahead = Math.min(horizon, values.length - at);
    return sayAt(members, known, period, ahead, stand(known, period, ahead), chosen, global);
  });
  const structures: Structures = {};
  const said = sayAt(members, values, period, steps, stand(values, period, steps), structures, global);
  const prior = priorShares(pool, namesOf(roster), values, period);
  const outlook = atRate(outlookAt(values, period, said, earlier, prior, roster.shares), pool.rate);
  return { outlook, said, structures };
}

export function keep({ outlook, structures }: Estimate, roster: Roster): Kept {
  const { own } = outlook.evidence;
  return {
    regime: roster.regime,
    structures,
    weights: Object.fromEntries(namesOf(roster).map((name, index) => [name, outlook.weights[index]!])),
    own: Number.isFinite(own) ? own : null,
  };
}

/** The same from what was kept: parameters are fitted again, structures, shares and own error are not. */
export function outlookFrom(history: History, roster: Roster, kept: Kept, horizon: number, pool: Pool): Estimate {
  const { members, period, stand, global } = roster;
  const { values, late } = history;
  const steps = late + horizon;
  const structures = { ...kept.structures };
  const said = sayAt(members, values, period, steps, stand(values, period, steps), structures, global);
  const prior = priorShares(pool, namesOf(roster), values, period);
  const weights = Float64Array.from(namesOf(roster), (name) => kept.weights[name] ?? 0);
  const evidence = { ...evidenceAt(values, period, said, [], prior), own: kept.own ?? NaN };
  const outlook = { at: values.length, mean: joinedBy(evidence, said, weights), weights, evidence };
  return { outlook: atRate(outlook, pool.rate), said, structures };
}
