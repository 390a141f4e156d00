/**
 * The value that half of the weight lies below; the mean of two where the half ends between them; 0 of no values. Rows of
 * weight 0 do not count. Reorders both arrays.
 * Source: Hoare 1961, "Find", with weights in place of ranks.
 */
export function weightedMedian(values: Float64Array, weights: Float64Array): number {
  let from = 0;
  let to = values.length;
  for (let index = 0; index < to; ) {
    if (weights[index]! > 0) index++;
    else swap(values, weights, index, --to);
  }
  if (to === 0) return 0;
  const half = weightOf(weights, 0, to) / 2;
  /** Weight of what lies below `from`. */
  let below = 0;
  while (to - from > 1) {
    const pivot = middleOf(values[from]!, values[(from + to) >> 1]!, values[to - 1]!);
    const [lessEnd, greaterStart] = part(values, weights, from, to, pivot);
    const less = weightOf(weights, from, lessEnd);
    const equal = weightOf(weights, lessEnd, greaterStart);
    if (below + less > half) to = lessEnd;
    else if (below + less === half && lessEnd > from) return (greatest(values, from, lessEnd) + pivot) / 2;
    else if (below + less + equal > half || greaterStart === to) return pivot;
    else {
      below += less + equal;
      from = greaterStart;
      if (below === half) return (pivot + least(values, from, to)) / 2;
    }
  }
  return values[from]!;
}

/** Sorts [from, to) into values below, equal to and above the pivot. @returns where the second and third part start */
function part(values: Float64Array, weights: Float64Array, from: number, to: number, pivot: number): [number, number] {
  let low = from;
  let high = to;
  for (let index = from; index < high; ) {
    const value = values[index]!;
    if (value < pivot) swap(values, weights, low++, index++);
    else if (value > pivot) swap(values, weights, index, --high);
    else index++;
  }
  return [low, high];
}

function swap(values: Float64Array, weights: Float64Array, a: number, b: number): void {
  const [value, weight] = [values[a]!, weights[a]!];
  values[a] = values[b]!;
  weights[a] = weights[b]!;
  values[b] = value;
  weights[b] = weight;
}

const middleOf = (a: number, b: number, c: number) => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

function weightOf(weights: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += weights[index]!;
  return sum;
}

function greatest(values: Float64Array, from: number, to: number): number {
  let found = -Infinity;
  for (let index = from; index < to; index++) found = Math.max(found, values[index]!);
  return found;
}

function least(values: Float64Array, from: number, to: number): number {
  let found = Infinity;
  for (let index = from; index < to; index++) found = Math.min(found, values[index]!);
  return found;
}
