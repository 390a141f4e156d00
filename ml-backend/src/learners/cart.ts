import { flatten } from './cart/flatten.ts';
import { columnsOf, growExact } from './cart/grow.ts';
import { Cart } from './cart/model.ts';
import { CartParams } from './cart/params.ts';
import { prune } from './cart/prune.ts';
import type { Labelled } from './dataset.ts';
import { checkLabelled, outputsOf } from './dataset.ts';
import { targetsOf } from './targets.ts';
import { withDefaults } from './params.ts';
import { indices } from './random.ts';

export { Cart, CartParams };
export { loadCart, saveCart } from './cart/file.ts';

/**
 * One tree of exact splits, small enough to be read by a person.
 * @throws EncoreError LEARNER_BAD_DATA, LEARNER_BAD_PARAMETER
 */
export function fitCart(data: Labelled, params: Partial<CartParams> = {}): Cart {
  checkLabelled(data);
  const all = withDefaults(CartParams, params);
  const { x, weights } = data;
  const soil = {
    columns: columnsOf(x),
    targets: targetsOf(data),
    weights: weights ?? new Float64Array(x.rows).fill(1),
    outputs: outputsOf(data.classes),
  };
  const root = growExact(soil, indices(x.rows), all);
  prune(root, x.rows, all.prune);
  return new Cart(all, data.classes, flatten(root, x.columns));
}
