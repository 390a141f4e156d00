import { shorten } from './values/badValue.ts';

/** A remark on a file that is no error. */
export interface Notice {
  code: string;
  text: string;
}

interface Tally {
  count: number;
  examples: Set<string>;
  say: (count: number, examples: string) => string;
}

const mostExamples = 10;

/** Remarks that many rows give rise to, told once with their number and a few examples. */
export class Notices {
  private readonly tallies = new Map<string, Tally>();

  note(code: string, example: string, say: Tally['say']): void {
    let tally = this.tallies.get(code);
    if (!tally) this.tallies.set(code, (tally = { count: 0, examples: new Set(), say }));
    tally.count += 1;
    if (tally.examples.size <= mostExamples) tally.examples.add(shorten(example, 60));
  }

  /** The remarks in the order of their first occurrence. */
  list(): Notice[] {
    return [...this.tallies].map(([code, { count, examples, say }]) => {
      const shown = [...examples].slice(0, mostExamples).join(', ');
      return { code, text: say(count, examples.size > mostExamples ? `${shown} …` : shown) };
    });
  }
}

export const rows = (count: number): string => `${count.toLocaleString('en')} row${count === 1 ? '' : 's'}`;
