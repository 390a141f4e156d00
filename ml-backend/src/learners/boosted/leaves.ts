import type { Nodes } from '../trees/nodes.ts';
import { LEAF } from '../trees/nodes.ts';
import { MIN_MASS } from '../trees/split.ts';
import type { Loss, Standing } from './loss.ts';

/** What each leaf adds to the score of its rows, already times the learning rate; a 32-bit float, as it is saved. */
export function leafValues(
  nodes: Nodes,
  rows: Int32Array,
  { y, weights, scores }: Standing,
  loss: Loss,
  { learningRate, shrink }: { learningRate: number; shrink: number }
): Float64Array {
  const values = new Float64Array(nodes.count);
  for (let node = 0; node < nodes.count; node++) {
    if (nodes.column[node] !== LEAF) continue;
    const mass = nodes.totals[nodes.size * node + 1]! + shrink;
    if (mass < MIN_MASS) continue;
    let value = nodes.totals[nodes.size * node + 2]! / mass;
    if (loss.leaf) {
      const size = nodes.end[node]! - nodes.start[node]!;
      const residuals = new Float64Array(size);
      const own = new Float64Array(size);
      for (let place = 0; place < size; place++) {
        const row = rows[nodes.start[node]! + place]!;
        residuals[place] = y[row]! - scores[row]!;
        own[place] = weights[row]!;
      }
      value = loss.leaf(residuals, own) * (1 - shrink / mass);
    }
    const most = loss.step ?? Infinity;
    values[node] = Math.fround(learningRate * Math.max(-most, Math.min(most, value)));
  }
  return values;
}
