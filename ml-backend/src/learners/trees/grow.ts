import type { Random } from '../random.ts';
import type { Binned } from './bins.ts';
import type { Pulls, Slot } from './histogram.ts';
import { addColumn } from './addColumn.ts';
import { addRows } from './addRows.ts';
import { slotOf, subtract } from './histogram.ts';
import type { Nodes } from './nodes.ts';
import { addNode, createNodes } from './nodes.ts';
import { partition } from './partition.ts';
import { HistogramPool } from './pool.ts';
import type { GrowthRules, Sample } from './rules.ts';
import { SplitSearch } from './search.ts';

/** A gain below this share of the node's own score is rounding. */
const ROUNDING = 1e-12;

/** From this share of the columns on it takes less time to add all of them, row by row. */
const ACROSS = 2 / 3;

/** A histogram pays from a row to this many bins on. */
const KEPT = 4;

/**
 * Grows trees over binned columns. Its room is made once and used for every tree, so the answer of `grow` holds until
 * the next call.
 */
export class Grower {
  readonly #binned: Binned;
  readonly #rules: GrowthRules;
  readonly #slot: Slot;
  /** Totals of a node: count, mass and pulls. */
  readonly #size: number;
  readonly #slots: Int32Array;
  readonly #pool: HistogramPool;
  readonly #scratchRows: Int32Array;
  readonly #search: SplitSearch;
  readonly #nodes: Nodes;
  readonly #histograms: Array<Float64Array | undefined> = [];
  #open: number[] = [];

  constructor(binned: Binned, pulls: Pick<Pulls, 'outputs' | 'counted'>, rules: GrowthRules) {
    this.#binned = binned;
    this.#rules = rules;
    this.#slot = slotOf(pulls);
    this.#size = 2 + pulls.outputs;
    this.#slots = new Int32Array(binned.columns + 1);
    binned.edges.forEach((edges, column) => {
      this.#slots[column + 1] = this.#slots[column]! + (edges.length + 1) * this.#slot.size;
    });
    this.#pool = new HistogramPool(this.#slots[binned.columns]!);
    this.#scratchRows = new Int32Array(binned.rows);
    this.#search = new SplitSearch(binned, this.#slot, rules, this.#size);
    this.#nodes = createNodes(
      Math.max(1, Math.min(rules.maxLeaves, Math.floor(binned.rows / (pulls.counted ? 1 : rules.minLeaf)))),
      this.#size
    );
  }

  /** Grows one tree. @returns its nodes; the sample's rows lie sorted by leaf */
  grow(sample: Sample, chance: Random): Nodes {
    const nodes = this.#nodes;
    nodes.count = 0;
    nodes.leaves = 0;
    this.#open = [];
    this.#consider(this.#add(sample, 0, sample.rows.length, 0), sample, chance);
    while (this.#open.length > 0 && nodes.leaves < this.#rules.maxLeaves) this.#split(this.#next(), sample, chance);
    for (const node of this.#open) this.#release(node);
    return nodes;
  }

  /** The open node whose split gains most; with room for all leaves any order gives the same tree. */
  #next(): number {
    const { gain } = this.#nodes;
    const open = this.#open;
    if (this.#rules.maxLeaves >= this.#binned.rows) return open.pop()!;
    let best = 0;
    for (let index = 1; index < open.length; index++) if (gain[open[index]!]! > gain[open[best]!]!) best = index;
    const node = open[best]!;
    open[best] = open.at(-1)!;
    open.pop();
    return node;
  }

  #add({ rows, mass, pull, outputs, counted }: Sample, start: number, end: number, depth: number): number {
    const nodes = this.#nodes;
    const node = addNode(nodes, start, end, depth);
    const at = node * this.#size;
    nodes.totals.fill(0, at, at + this.#size);
    let heavy = 0;
    for (let index = start; index < end; index++) heavy += mass[rows[index]!]!;
    nodes.totals[at] = counted ? heavy : end - start;
    nodes.totals[at + 1] = heavy;
    for (let output = 0; output < outputs; output++) {
      let drawn = 0;
      for (let index = start; index < end; index++) drawn += pull[output * mass.length + rows[index]!]!;
      nodes.totals[at + 2 + output] = drawn;
    }
    return node;
  }

  #canSplit(node: number): boolean {
    const { totals, depth } = this.#nodes;
    return totals[node * this.#size]! >= 2 * this.#rules.minLeaf && depth[node]! < this.#rules.maxDepth;
  }

  /** Looks for the node's best split and opens the node where there is one. */
  #consider(node: number, sample: Sample, chance: Random): void {
    if (!this.#canSplit(node)) return this.#release(node);
    const nodes = this.#nodes;
    const total = nodes.totals.subarray(node * this.#size, (node + 1) * this.#size);
    let own = 0;
    for (let part = 2; part < total.length; part++)
      own += (total[part]! * total[part]!) / (total[1]! + this.#rules.shrink);
    if (!this.#histograms[node] && this.#keeps(node, sample)) this.#histograms[node] = this.#fill(node, sample);
    const { found } = this.#search;
    const { start, end } = nodes;
    this.#search.run(sample, start[node]!, end[node]!, total, this.#histograms[node], this.#slots, chance);
    nodes.gain[node] = found.score - own;
    if (!(nodes.gain[node] > ROUNDING * own)) return this.#release(node);
    nodes.left[node] = found.column;
    nodes.code[node] = found.code;
    this.#open.push(node);
  }

  /** Whether a child's histogram is worth being got by subtraction: many rows, and most columns looked at. */
  #keeps(node: number, { columns }: Sample): boolean {
    const { start, end } = this.#nodes;
    const rows = end[node]! - start[node]!;
    return (
      KEPT * rows * this.#slot.size * columns.length > this.#pool.length &&
      this.#rules.columnsPerSplit * 2 >= columns.length
    );
  }

  #fill(node: number, sample: Sample): Float64Array {
    const histogram = this.#pool.take();
    const start = this.#nodes.start[node]!;
    const end = this.#nodes.end[node]!;
    const { across, codes, columns, rows } = this.#binned;
    if (sample.columns.length >= ACROSS * columns) {
      addRows(histogram, this.#slots, across, columns, sample.rows, start, end, sample);
    } else {
      for (const column of sample.columns) {
        addColumn(histogram, this.#slots[column]!, codes, column * rows, sample.rows, start, end, sample);
      }
    }
    return histogram;
  }

  #split(node: number, sample: Sample, chance: Random): void {
    const nodes = this.#nodes;
    const { codes, rows } = this.#binned;
    const start = nodes.start[node]!;
    const end = nodes.end[node]!;
    const column = nodes.left[node]!;
    const middle = partition(sample.rows, start, end, codes, column * rows, nodes.code[node]!, this.#scratchRows);
    const depth = nodes.depth[node]! + 1;
    const left = this.#add(sample, start, middle, depth);
    const right = this.#add(sample, middle, end, depth);
    nodes.leaves--;
    nodes.column[node] = column;
    nodes.left[node] = left;
    nodes.right[node] = right;
    const [small, large] = middle - start < end - middle ? [left, right] : [right, left];
    this.#inherit(node, small, large, sample);
    this.#consider(left, sample, chance);
    this.#consider(right, sample, chance);
  }

  /** The larger child's histogram is the parent's less the smaller child's. */
  #inherit(node: number, small: number, large: number, sample: Sample): void {
    const histogram = this.#histograms[node];
    if (!histogram) return;
    if (!this.#canSplit(large) || !this.#keeps(large, sample)) return this.#release(node);
    const other = this.#fill(small, sample);
    subtract(histogram, other, histogram.length);
    this.#histograms[node] = undefined;
    this.#histograms[large] = histogram;
    this.#histograms[small] = other;
  }

  #release(node: number): void {
    const histogram = this.#histograms[node];
    if (!histogram) return;
    this.#histograms[node] = undefined;
    this.#pool.give(histogram);
  }
}
