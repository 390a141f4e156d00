import type { Score } from '../forecasting/accuracy.ts';
import { scoreForecast } from '../forecasting/accuracy.ts';
import { seasonLength } from '../forecasting/calendar.ts';
import type { Forecaster } from './forecaster.ts';
import type { StoredForecast } from './forecasts.ts';
import { Lru } from './lru.ts';
import { seedOf, subjectKey } from './storedPaths.ts';

/** Earlier moments that are forecast again, and how many buckets lie between two of them. */
const ORIGINS = 6;
const APART = { month: 4, week: 9 };
const HORIZON = { month: 12, week: 26 };
/** Less says nothing of the method. */
const SHORTEST = 12;

const kept = new Lru<Promise<Score[]>>(100);

/**
 * What today's model would have said at earlier moments with what lay before them, scored against what came. Facts are
 * taken as they are known today.
 * @returns one score a moment and step; none where the history is too short
 * @throws EncoreError 503 when too many computations wait already
 */
export function rollingScores(forecaster: Forecaster, stored: StoredForecast, nonNegative: boolean): Promise<Score[]> {
  const key = subjectKey(stored);
  const known = kept.get(key);
  if (known) return known;
  const made = make(forecaster, stored, nonNegative);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

async function make(forecaster: Forecaster, stored: StoredForecast, nonNegative: boolean): Promise<Score[]> {
  const { bucket, history, historyFrom, factsKey } = stored;
  const scores: Score[] = [];
  for (let back = 1; back <= ORIGINS; back++) {
    const end = history.length - back * APART[bucket];
    if (end < SHORTEST) break;
    const before = history.slice(0, end);
    const { mean, distribution } = await forecaster.compute({
      series: { values: before, frequency: bucket, start: historyFrom, nonNegative },
      options: { horizon: HORIZON[bucket], levels: [], seed: seedOf(factsKey), backtest: 0 },
    });
    scores.push(...scoreForecast(before, { mean, ...distribution }, history.subarray(end), seasonLength(bucket)));
  }
  return scores;
}
