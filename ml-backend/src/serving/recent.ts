import { Lru } from './lru.ts';

/**
 * How long an answer to "now" may be repeated: every panel and each refresh of a dashboard ask for the same. What an
 * import or a new forecast changes shows after this at the latest.
 */
const keptMs = 10_000;

/** Answers that are given again for ten seconds instead of being looked up anew. Keys begin with the tenant's id. */
export class Recent<V> {
  readonly #kept: Lru<{ until: number; value: V }>;

  /** @param most  how many answers are kept */
  constructor(most: number) {
    this.#kept = new Lru(most);
  }

  /** @param now  epoch ms */
  get(key: string, now: number): V | undefined {
    const found = this.#kept.get(key);
    return found && now < found.until ? found.value : undefined;
  }

  set(key: string, value: V, now: number): void {
    this.#kept.set(key, { until: now + keptMs, value });
  }

  clear(): void {
    this.#kept.clear();
  }
}
