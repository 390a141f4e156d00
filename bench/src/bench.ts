import type { Figure } from './figure.ts';

export interface BenchContext {
  /** Options as given, by name without dashes. */
  options: Record<string, string | undefined>;
  /** A whole positive number from an option, or its default. @throws BadInput */
  count: (name: string, fallback: number) => number;
  say: (text: string) => void;
  signal: AbortSignal;
}

/** One acceptance command. A new one is one file with one of these, and one line in index.ts. */
export interface Bench {
  name: string;
  /** What is measured and how, in one or two sentences. */
  says: string;
  options: string[];
  run: (context: BenchContext) => Promise<Figure[]>;
}

/** A wrong option or file: exit code 2. */
export class BadInput extends Error {}
