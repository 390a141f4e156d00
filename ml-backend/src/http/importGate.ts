import { EncoreError } from '../errors.ts';

/**
 * Lets so many imports in at once, each with the arrival of its file; the others are told before theirs is read.
 * @returns runs `work` inside; throws EncoreError IMPORT_BUSY, 503
 */
export function importGate(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let inside = 0;
  return async (work) => {
    if (inside >= most) {
      throw new EncoreError('IMPORT_BUSY', 503, `${most} imports are running; try again in a moment`);
    }
    inside += 1;
    try {
      return await work();
    } finally {
      inside -= 1;
    }
  };
}
