import type { Figure } from '../../bench/src/figure.ts';

/** How long and how often; the short form is what every change must pass. */
export interface Extent {
  rounds: number;
  outageSeconds: number;
  seed: number;
}

export interface Skipped {
  /** What this machine lacks. */
  skipped: string;
}

/** One kind of fault, done to real processes. A new one is one file with one of these, and a line in cli.ts. */
export interface Fault {
  name: string;
  /** What is done and what must hold, in one sentence. */
  says: string;
  run: (extent: Extent, say: (text: string) => void) => Promise<Figure[] | Skipped>;
}

export const atMost = (name: string, value: number, unit: string, most: number): Figure => ({
  name,
  value,
  unit,
  floor: { sense: 'at most', value: most },
});

export const atLeast = (name: string, value: number, unit: string, least: number): Figure => ({
  name,
  value,
  unit,
  floor: { sense: 'at least', value: least },
});

/** Numbers in [0, 1) that a seed decides. Source: Steele, Lea, Flood 2014, "SplitMix", in its 32-bit form. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

export const seconds = (ms: number): number => Math.round(ms) / 1000;
