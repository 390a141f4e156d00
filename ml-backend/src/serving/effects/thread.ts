import type { ArtistFacts } from '../../forecasting/effects/book.ts';
import { effectBook, growthBook } from '../../forecasting/effects/book.ts';
import type { EffectPool } from '../../forecasting/effects/pool.ts';

export type EffectTask =
  | { about: 'scenario'; facts: ArtistFacts[]; priceReference: EffectPool | undefined }
  | { about: 'growth'; facts: ArtistFacts[]; names: readonly string[] };

/** What the worker thread runs. */
export default function estimateEffects(task: EffectTask) {
  return task.about === 'scenario' ? effectBook(task.facts, task.priceReference) : growthBook(task.facts, task.names);
}
