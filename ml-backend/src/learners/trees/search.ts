import type { Random } from '../random.ts';
import type { Binned } from './bins.ts';
import type { Slot } from './histogram.ts';
import { addColumn } from './addColumn.ts';
import type { GrowthRules, Sample } from './rules.ts';
import type { Split } from './split.ts';
import { scan } from './split.ts';

/** Looks for the best split of a node over the columns that are drawn for it. */
export class SplitSearch {
  /** The best split of the last search. */
  readonly found: Split = { score: -Infinity, column: -1, code: 0 };
  readonly #binned: Binned;
  readonly #slot: Slot;
  readonly #rules: GrowthRules;
  /** Histogram of one column; zeros between uses. */
  readonly #scratch: Float64Array;
  readonly #left: Float64Array;

  constructor(binned: Binned, slot: Slot, rules: GrowthRules, totals: number) {
    this.#binned = binned;
    this.#slot = slot;
    this.#rules = rules;
    this.#scratch = new Float64Array(256 * slot.size);
    this.#left = new Float64Array(totals);
  }

  /**
   * Draws columns until enough are tried and one of them can split.
   * @param total    the node's totals
   * @param kept     histograms of all columns where the node has them
   * @param starts   where each column's begins
   */
  run(
    sample: Sample,
    start: number,
    end: number,
    total: Float64Array,
    kept: Float64Array | undefined,
    starts: Int32Array,
    chance: Random
  ): void {
    const { found } = this;
    found.score = -Infinity;
    const { columns } = sample;
    const wanted = this.#rules.columnsPerSplit;
    for (let place = 0; place < columns.length; place++) {
      if (place >= wanted && found.score > -Infinity) return;
      if (wanted < columns.length) {
        const other = place + chance.below(columns.length - place);
        const drawn = columns[other]!;
        columns[other] = columns[place]!;
        columns[place] = drawn;
      }
      const column = columns[place]!;
      const bins = this.#binned.edges[column]!.length + 1;
      if (kept) this.#scan(kept, starts[column]!, bins, column, total);
      else this.#try(column, bins, sample, start, end, total);
    }
  }

  #try(column: number, bins: number, sample: Sample, start: number, end: number, total: Float64Array): void {
    const { codes, rows } = this.#binned;
    addColumn(this.#scratch, 0, codes, column * rows, sample.rows, start, end, sample);
    this.#scan(this.#scratch, 0, bins, column, total);
    this.#scratch.fill(0, 0, bins * this.#slot.size);
  }

  #scan(from: Float64Array, at: number, bins: number, column: number, total: Float64Array): void {
    scan(from, at, bins, column, this.#slot, total, this.#left, this.#rules, this.found);
  }
}
