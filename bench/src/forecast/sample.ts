/**
 * A random sample without replacement in the file's order; all where there are no more than `count`.
 * @param seed  the same seed gives the same sample
 */
export function sampleOf<T>(all: readonly T[], count: number, seed: number): T[] {
  const keys = all.map((_, index) => ({ index, key: hash(seed, index) }));
  const chosen = keys.sort((a, b) => a.key - b.key || a.index - b.index).slice(0, count);
  return chosen.sort((a, b) => a.index - b.index).map(({ index }) => all[index]!);
}

/** An evenly spread 32-bit number of two whole numbers (the finaliser of MurmurHash3). */
function hash(seed: number, index: number): number {
  let mixed = Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
