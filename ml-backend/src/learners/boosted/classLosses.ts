import type { Loss } from './loss.ts';

/** Probabilities are kept this far from 0 and 1 where their logarithm is taken. */
const EDGE = 1e-12;

/** Log-odds that one leaf may add. */
const STEP = 4;

const clamp = (probability: number) => Math.max(EDGE, Math.min(1 - EDGE, probability));

export const sigmoid = (score: number) => 1 / (1 + Math.exp(-score));

/** Two classes: the score is the log-odds of class 1. */
export const logistic: Loss = {
  outputs: 1,
  base({ y, weights, scores }) {
    if (scores.some((score) => score !== 0)) return Float64Array.of(0);
    const share = clamp(weightOf(1, y, weights) / weightOf(undefined, y, weights));
    return Float64Array.of(Math.log(share / (1 - share)));
  },
  derive({ y, weights, scores }, pull, mass) {
    for (let row = 0; row < y.length; row++) {
      const probability = sigmoid(scores[row]!);
      pull[row] = weights[row]! * (y[row]! - probability);
      mass[row] = weights[row]! * probability * (1 - probability);
    }
  },
  step: STEP,
  measure({ y, weights, scores }) {
    let sum = 0;
    for (let row = 0; row < y.length; row++) {
      const probability = clamp(sigmoid(scores[row]!));
      sum -= weights[row]! * Math.log(y[row] === 1 ? probability : 1 - probability);
    }
    return sum / weightOf(undefined, y, weights);
  },
  answer: (scores) => scores.map(sigmoid),
};

/** Several classes: a score each, probabilities by softmax (Friedman 2001, section 4.6). */
export const softmax = (classes: number): Loss => ({
  outputs: classes,
  base({ y, weights, scores }) {
    if (scores.some((score) => score !== 0)) return new Float64Array(classes);
    const all = weightOf(undefined, y, weights);
    return Float64Array.from({ length: classes }, (_, label) => Math.log(clamp(weightOf(label, y, weights) / all)));
  },
  derive({ y, weights, scores }, pull, mass) {
    const rows = y.length;
    const factor = classes / (classes - 1);
    pull.set(scores);
    normalise(pull, classes);
    for (let label = 0, at = 0; label < classes; label++) {
      for (let row = 0; row < rows; row++, at++) {
        const probability = pull[at]!;
        mass[at] = weights[row]! * factor * probability * (1 - probability);
        pull[at] = weights[row]! * (Number(y[row] === label) - probability);
      }
    }
  },
  step: STEP,
  measure({ y, weights, scores }) {
    const probabilities = scores.slice();
    normalise(probabilities, classes);
    let sum = 0;
    for (let row = 0; row < y.length; row++) {
      sum -= weights[row]! * Math.log(clamp(probabilities[y[row]! * y.length + row]!));
    }
    return sum / weightOf(undefined, y, weights);
  },
  answer(scores) {
    normalise(scores, classes);
    const rows = scores.length / classes;
    return scores.map((_, at) => scores[(at % classes) * rows + Math.floor(at / classes)]!);
  },
});

/** Softmax over the scores of each row, in place. */
function normalise(scores: Float64Array, classes: number): void {
  const rows = scores.length / classes;
  for (let row = 0; row < rows; row++) {
    let top = -Infinity;
    for (let at = row; at < scores.length; at += rows) top = Math.max(top, scores[at]!);
    let sum = 0;
    for (let at = row; at < scores.length; at += rows) sum += scores[at] = Math.exp(scores[at]! - top);
    for (let at = row; at < scores.length; at += rows) scores[at]! /= sum;
  }
}

function weightOf(label: number | undefined, y: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < y.length; row++) if (label === undefined || y[row] === label) sum += weights[row]!;
  return sum;
}
