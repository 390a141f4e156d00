import type { Labelled } from '../dataset.ts';
import { checkLabelled, checkMatrix } from '../dataset.ts';
import { drawColumns, drawRows, holdOut } from '../draw.ts';
import { random } from '../random.ts';
import type { Steps } from '../run.ts';
import { bin } from '../trees/bins.ts';
import { TreeBuilder } from '../trees/builder.ts';
import type { Sample } from '../trees/rules.ts';
import { Grower } from '../trees/grow.ts';
import type { Trees } from '../trees/trees.ts';
import { leafValues } from './leaves.ts';
import { lossOf } from './loss.ts';
import type { BoostedParams } from './params.ts';
import { addBase, standingOf } from './standing.ts';
import { addLeaves, addWalked } from './update.ts';
import { Watch } from './watch.ts';

/** The rounds of boosting; yields the share that is done. */
export function* boost(
  data: Labelled,
  params: BoostedParams,
  seed: number,
  validation?: Labelled
): Steps<{ base: Float64Array; trees: Trees }> {
  checkLabelled(data);
  if (validation) {
    checkLabelled({ ...validation, classes: data.classes });
    checkMatrix(validation.x, data.x.columns);
  }
  const chance = random(seed);
  const share = params.patience > 0 ? params.validationShare : 0;
  const [train, apart] = validation ? [data, validation] : holdOut(data, share, chance);
  const loss = lossOf(params, data.classes);
  const binned = bin(train.x, params.bins);
  const { rows, columns, codes, edges } = binned;
  const standing = standingOf(train, loss.outputs);
  const base = loss.base(standing);
  addBase(standing.scores, base);
  const watch = apart && params.patience > 0 ? new Watch(apart, edges, loss, base, params.patience) : undefined;

  const counted = data.classes === undefined && !train.weights;
  const builder = new TreeBuilder(edges, 1);
  const treeColumns = Math.max(1, Math.round(params.columnShare * columns));
  const grower = new Grower(
    binned,
    { outputs: 1, counted },
    {
      ...params,
      columnsPerSplit: Math.max(1, Math.round(params.splitShare * treeColumns)),
    }
  );
  const pull = new Float64Array(rows * loss.outputs);
  const mass = new Float64Array(rows * loss.outputs);
  for (let round = 1; round <= params.rounds; round++) {
    loss.derive(standing, pull, mass);
    const drawn = drawRows(rows, Math.max(1, Math.round(params.rowShare * rows)), chance);
    for (let output = 0; output < loss.outputs; output++) {
      const part = (of: Float64Array) => of.subarray(output * rows, (output + 1) * rows);
      const sample: Sample = {
        rows: drawn.slice(),
        columns: drawColumns(columns, treeColumns, chance),
        mass: part(mass),
        pull: part(pull),
        outputs: 1,
        counted,
      };
      const nodes = grower.grow(sample, chance);
      const values = leafValues(nodes, sample.rows, standing, loss, params);
      builder.add(nodes, values);
      if (drawn.length < rows) addWalked(nodes, values, codes, part(standing.scores));
      else addLeaves(nodes, values, sample.rows, part(standing.scores));
      watch?.add(nodes, values, output);
    }
    yield round / params.rounds;
    if (watch?.isOver()) break;
  }
  return { base, trees: builder.finish(watch && watch.best * loss.outputs) };
}
