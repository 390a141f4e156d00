import type { Labelled } from '../dataset.ts';
import { checkLabelled, outputsOf } from '../dataset.ts';
import { indices, random } from '../random.ts';
import type { Steps } from '../run.ts';
import { bin } from '../trees/bins.ts';
import { TreeBuilder } from '../trees/builder.ts';
import { Grower } from '../trees/grow.ts';
import type { Nodes } from '../trees/nodes.ts';
import type { Trees } from '../trees/trees.ts';
import { OutOfBag } from './outOfBag.ts';
import type { ForestParams } from './params.ts';
import { meansOf, targetsOf } from '../targets.ts';

export interface Grove {
  base: Float64Array;
  trees: Trees;
  /** See Forest.outOfBag. */
  outOfBag: number;
}

/** The trees of a forest one by one, each from a bootstrap of its own; yields the share that is done. */
export function* grove(data: Labelled, params: ForestParams, seed: number): Steps<Grove> {
  checkLabelled(data);
  const binned = bin(data.x, params.bins);
  const { rows, columns, edges } = binned;
  const outputs = outputsOf(data.classes);
  const known = targetsOf(data);
  const base = meansOf(known, outputs, data.weights);
  // Leaves say how far they are from the mean, so that they are small numbers whatever y's size.
  const targets = known.map((target, at) => target - base[Math.floor(at / rows)]!);
  const counted = !data.weights;
  const grower = new Grower(
    binned,
    { outputs, counted },
    {
      ...params,
      shrink: 0,
      maxLeaves: Infinity,
      columnsPerSplit: Math.max(1, Math.round(params.splitShare * columns)),
    }
  );
  const builder = new TreeBuilder(edges, outputs);
  const outOfBag = new OutOfBag(binned, outputs);
  const mass = new Float64Array(rows);
  const pull = new Float64Array(rows * outputs);
  const draws = Math.max(1, Math.round(params.rowShare * rows));
  for (let tree = 1; tree <= params.trees; tree++) {
    const chance = random(seed, tree);
    mass.fill(0);
    for (let draw = 0; draw < draws; draw++) mass[chance.below(rows)]! += 1;
    const drawn = rowsIn(mass);
    if (data.weights) for (const row of drawn) mass[row]! *= data.weights[row]!;
    for (let at = 0; at < pull.length; at++) pull[at] = mass[at % rows]! * targets[at]!;
    const nodes = grower.grow({ rows: drawn, columns: indices(columns), mass, pull, outputs, counted }, chance);
    const values = leafMeans(nodes, outputs);
    builder.add(nodes, values);
    outOfBag.add(nodes, values, mass);
    yield tree / params.trees;
  }
  return { base, trees: builder.finish(), outOfBag: outOfBag.score(data, base) };
}

function rowsIn(mass: Float64Array): Int32Array {
  const rows = new Int32Array(mass.length);
  let count = 0;
  for (let row = 0; row < mass.length; row++) if (mass[row]! > 0) rows[count++] = row;
  return rows.subarray(0, count);
}

/** The mean of each node's targets, as a 32-bit float as it is saved. */
function leafMeans(nodes: Nodes, outputs: number): Float64Array {
  const { size } = nodes;
  const values = new Float64Array(nodes.count * outputs);
  for (let node = 0; node < nodes.count; node++) {
    const mass = nodes.totals[node * size + 1]!;
    for (let output = 0; output < outputs; output++) {
      values[node * outputs + output] = mass > 0 ? Math.fround(nodes.totals[node * size + 2 + output]! / mass) : 0;
    }
  }
  return values;
}
