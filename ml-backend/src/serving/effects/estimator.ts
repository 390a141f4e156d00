import { Piscina } from 'piscina';
import { EncoreError } from '../../errors.ts';
import type { ArtistFacts, EffectBook } from '../../forecasting/effects/book.ts';
import type { Effect, EffectPool } from '../../forecasting/effects/pool.ts';
import { Lru } from '../lru.ts';
import type { Gathered } from './facts.ts';
import type { EffectTask } from './thread.ts';

export type GrowthBook = Map<string, { effect: Effect; lag: number } | undefined>;

/** Effects change with months of facts; a dashboard asks for the same ones with every change of a number. */
const keptMs = 600_000;
const kept = new Lru<{ until: number; answer: Promise<unknown> }>(100);
const mostWaiting = 20;
/** The thread ends after this rest and gives its memory back; while it rests it keeps no process alive. */
const idleMs = 10_000;

let pool: Piscina | undefined;
let pending = 0;

/** Forgets what was estimated. */
export const forgetEffects = (): void => kept.clear();

/** What a scenario of an artist rests on. */
export interface ScenarioGround {
  own: Gathered;
  book: EffectBook;
}

/**
 * What changes do to a metric of an artist. Estimated in a thread of its own, kept for ten minutes.
 * @param key  tenant, artist, metric and moment
 * @param load gives the facts, the asked artist's first; called only where nothing is kept
 * @returns undefined where the artist has nothing of the metric
 * @throws EncoreError 503 when too many wait already
 */
export const scenarioGround = (
  key: string,
  now: number,
  load: () => Promise<{ gathered: Gathered[]; priceReference: EffectPool | undefined }>
): Promise<ScenarioGround | undefined> =>
  keep(`scenario|${key}`, now, async () => {
    const { gathered, priceReference } = await load();
    const [own] = gathered;
    if (!own) return undefined;
    const facts = gathered.map((one) => one.facts);
    return { own, book: (await run({ about: 'scenario', facts, priceReference })) as EffectBook };
  });

/** What drives the growth of an audience; as `scenarioGround`. */
export const growthEffects = (
  key: string,
  now: number,
  names: readonly string[],
  load: () => Promise<ArtistFacts[]>
): Promise<GrowthBook> =>
  keep(`growth|${key}`, now, async () => run({ about: 'growth', facts: await load(), names }) as Promise<GrowthBook>);

function keep<T>(key: string, now: number, make: () => Promise<T>): Promise<T> {
  const found = kept.get(key);
  if (found && now < found.until) return found.answer as Promise<T>;
  const answer = make();
  kept.set(key, { until: now + keptMs, answer });
  answer.catch(() => kept.delete(key));
  return answer;
}

async function run(task: EffectTask): Promise<unknown> {
  if (pending >= mostWaiting)
    throw new EncoreError('EFFECTS_BUSY', 503, `${pending} estimates are waiting already; ask again in some seconds`);
  pending++;
  try {
    return await threads().run(task);
  } finally {
    pending--;
  }
}

function threads(): Piscina {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const filename = new URL(`./thread.${extension}`, import.meta.url).href;
  return (pool ??= new Piscina({ filename, minThreads: 0, maxThreads: 1, idleTimeout: idleMs }));
}
