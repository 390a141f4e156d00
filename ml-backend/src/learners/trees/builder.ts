import type { Nodes } from './nodes.ts';
import { LEAF } from './nodes.ts';
import type { Trees } from './trees.ts';

/** Collects grown trees, whose nodes come in the order of growth, into flat arrays in preorder. */
export class TreeBuilder {
  readonly #outputs: number;
  readonly #thresholds: readonly Float64Array[];
  readonly #roots: number[] = [];
  readonly #column: number[] = [];
  readonly #threshold: number[] = [];
  readonly #right: number[] = [];
  readonly #cover: number[] = [];
  readonly #gain: number[] = [];
  readonly #values: number[] = [];

  /** @param thresholds  what a node's code stands for, by column */
  constructor(thresholds: readonly Float64Array[], outputs: number) {
    this.#outputs = outputs;
    this.#thresholds = thresholds;
  }

  /** @param values  of (node, output) at `node * outputs + output`; those of leaves are kept */
  add(nodes: Nodes, values: ArrayLike<number>): void {
    this.#roots.push(this.#column.length);
    this.#visit(nodes, 0, values);
  }

  /** The first `count` trees, or all. */
  finish(count = this.#roots.length): Trees {
    const nodes = this.#roots[count] ?? this.#column.length;
    const column = Int32Array.from(this.#column.slice(0, nodes));
    const gain = new Float64Array(this.#thresholds.length);
    let leaves = 0;
    column.forEach((asked, node) => {
      if (asked === LEAF) leaves++;
      else gain[asked]! += this.#gain[node]!;
    });
    return {
      columns: gain.length,
      outputs: this.#outputs,
      roots: Int32Array.from(this.#roots.slice(0, count)),
      column,
      threshold: Float64Array.from(this.#threshold.slice(0, nodes)),
      right: Int32Array.from(this.#right.slice(0, nodes)),
      cover: Uint32Array.from(this.#cover.slice(0, nodes)),
      values: Float32Array.from(this.#values.slice(0, leaves * this.#outputs)),
      gain,
    };
  }

  #visit(nodes: Nodes, node: number, values: ArrayLike<number>): void {
    const at = this.#column.length;
    const column = nodes.column[node]!;
    this.#column.push(column);
    this.#cover.push(nodes.totals[node * nodes.size]!);
    this.#gain.push(nodes.gain[node]!);
    if (column === LEAF) {
      this.#threshold.push(0);
      this.#right.push(this.#values.length);
      for (let output = 0; output < this.#outputs; output++) this.#values.push(values[node * this.#outputs + output]!);
      return;
    }
    this.#threshold.push(this.#thresholds[column]![nodes.code[node]!]!);
    this.#right.push(0);
    this.#visit(nodes, nodes.left[node]!, values);
    this.#right[at] = this.#column.length;
    this.#visit(nodes, nodes.right[node]!, values);
  }
}
