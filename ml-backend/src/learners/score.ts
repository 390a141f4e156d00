/**
 * Share of y's spread that predictions explain: 1 - squared error / squared distance from y's mean.
 * @param weights  how much a row counts, 1 each where absent; rows of weight 0 may be predicted NaN
 * @returns NaN where y has no spread
 */
export function rSquared(y: Float64Array, predicted: Float64Array, weights?: Float64Array): number {
  const weight = (row: number) => weights?.[row] ?? 1;
  let sum = 0;
  let total = 0;
  y.forEach((value, row) => {
    sum += weight(row) * value;
    total += weight(row);
  });
  let error = 0;
  let spread = 0;
  y.forEach((value, row) => {
    if (weight(row) === 0) return;
    error += weight(row) * (value - predicted[row]!) ** 2;
    spread += weight(row) * (value - sum / total) ** 2;
  });
  return spread > 0 ? 1 - error / spread : NaN;
}

/** The most probable class of each row; the probability of class 1 alone for two classes, all of them row by row for more. */
export function classesOf(probabilities: Float64Array, rows: number): Int32Array {
  const classes = probabilities.length / rows;
  return Int32Array.from({ length: rows }, (_, row) => {
    if (classes === 1) return Number(probabilities[row]! > 0.5);
    const own = probabilities.subarray(row * classes, (row + 1) * classes);
    return own.indexOf(Math.max(...own));
  });
}

/** Share of rows whose most probable class is theirs. */
export function accuracy(y: Float64Array, probabilities: Float64Array, weights?: Float64Array): number {
  const predicted = classesOf(probabilities, y.length);
  let right = 0;
  let total = 0;
  y.forEach((label, row) => {
    const weight = weights?.[row] ?? 1;
    total += weight;
    if (predicted[row] === label) right += weight;
  });
  return right / total;
}

/** Mean over the classes of the share of their rows that is told right: chance gives 1 / classes however rare one is. */
export function balancedAccuracy(y: Float64Array, probabilities: Float64Array): number {
  const predicted = classesOf(probabilities, y.length);
  const labels = [...new Set(y)];
  const recalls = labels.map((label) => {
    const rows = y.reduce((count, value) => count + Number(value === label), 0);
    return y.reduce((hits, value, row) => hits + Number(value === label && predicted[row] === label), 0) / rows;
  });
  return recalls.reduce((sum, recall) => sum + recall, 0) / labels.length;
}

/** Chance that a row of class 1 has a greater score than one of class 0, ties counted half (the area under the ROC). */
export function auc(y: Float64Array, scores: Float64Array): number {
  const order = Uint32Array.from(y, (_, row) => row).sort((a, b) => scores[a]! - scores[b]!);
  let zeros = 0;
  let pairs = 0;
  for (let start = 0, end = 0; start < order.length; start = end) {
    let [tiedZeros, tiedOnes] = [0, 0];
    for (; end < order.length && scores[order[end]!] === scores[order[start]!]; end++) {
      if (y[order[end]!] === 1) tiedOnes++;
      else tiedZeros++;
    }
    pairs += tiedOnes * (zeros + tiedZeros / 2);
    zeros += tiedZeros;
  }
  return pairs / (zeros * (order.length - zeros));
}
