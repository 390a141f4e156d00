/** What a fit is given besides data and parameters. */
export interface Run {
  /** Where chance starts; the same seed gives the same model. */
  seed: number;
  signal?: AbortSignal;
  /** Called with the share that is done, 0 to 1. */
  progress?: (done: number) => void;
}

/** A fit in steps: yields the share that is done after each, returns what was fitted. */
export type Steps<T> = Generator<number, T, void>;

/** Does all steps at once. @throws the signal's reason once it is aborted */
export function runNow<T>(steps: Steps<T>, { signal, progress }: Omit<Run, 'seed'> = {}): T {
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    progress?.(step.value);
  }
}

/** Steps between two turns of the event loop. */
const TURN = 8;

/** Does all steps and lets the event loop turn now and then, so that an abort can arrive. @throws the signal's reason */
export async function runSteps<T>(steps: Steps<T>, { signal, progress }: Omit<Run, 'seed'> = {}): Promise<T> {
  for (let count = 1; ; count++) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    progress?.(step.value);
    if (count % TURN === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
