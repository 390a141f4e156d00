/**
 * What rows bring to a histogram. Mass is what a row weighs in a leaf's mean (its weight, or the second derivative of
 * its loss), pull what it draws the leaf towards (weight times target, or the negative gradient).
 * Source: Ke et al. 2017, "LightGBM", section 2.1; Chen, Guestrin 2016, "XGBoost", section 2.2.
 */
export interface Pulls {
  mass: Float64Array;
  /** Output by output: `output * rows + row`. */
  pull: Float64Array;
  outputs: number;
  /** The mass of a row is how often it is there (1, or its draws by a bootstrap): leaves are then counted by mass. */
  counted: boolean;
}

/** Places in a bin's slot: count, mass, then the pull of each output. Where mass is the count it has no place of its own. */
export interface Slot {
  size: number;
  mass: number;
  pull: number;
}

export function slotOf({ outputs, counted }: Pick<Pulls, 'outputs' | 'counted'>): Slot {
  const pull = counted ? 1 : 2;
  return { size: pull + outputs, mass: pull - 1, pull };
}

/** What is left of a parent's histogram when one child's is taken away: the other child's. */
export function subtract(parent: Float64Array, child: Float64Array, length: number): void {
  for (let index = 0; index < length; index++) parent[index]! -= child[index]!;
}
