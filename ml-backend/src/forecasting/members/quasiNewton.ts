/** A smooth function of several variables: its value at `x`, its slope into `gradient`; Infinity where it isn't defined. */
export type Smooth = (x: Float64Array, gradient: Float64Array) => number;

export interface Minimum {
  x: Float64Array;
  value: number;
  evaluations: number;
}

export interface Effort {
  /** Most evaluations of value and gradient. */
  evaluations: number;
  /** Stop when a step gains less than this. */
  tolerance: number;
}

/** Wolfe's sufficient decrease; a small one, since a step is seldom halved. */
const DECREASE = 1e-4;
/** Curvature along a step below this share of its length says nothing about the inverse Hessian. */
const FLAT = 1e-10;
const SMALLEST_STEP = 1e-10;
/** The first step has no curvature to go by: it goes this far at most, in units in which variables are of size one. */
const FIRST_STEP = 0.5;

/**
 * Minimum near a start by BFGS with backtracking. Variables should be of similar size and curvature.
 * @param start  a point where the function is finite, else it is returned as it is
 * Source: Nocedal, Wright 2006, "Numerical optimization", algorithm 6.1.
 */
export function minimiseSmooth(cost: Smooth, start: Float64Array, effort: Effort): Minimum {
  const n = start.length;
  let x = start.slice();
  let next = new Float64Array(n);
  let gradient = new Float64Array(n);
  let nextGradient = new Float64Array(n);
  const step = new Float64Array(n);
  const change = new Float64Array(n);
  const product = new Float64Array(n);
  const inverse = identity(n);
  let value = cost(x, gradient);
  let evaluations = 1;
  let fresh = true;
  while (evaluations < effort.evaluations && Number.isFinite(value)) {
    let slope = direction(inverse, gradient, step);
    if (!(slope < 0)) {
      inverse.set(identity(n));
      fresh = true;
      slope = direction(inverse, gradient, step);
    }
    if (!(slope < 0)) {
      break;
    }
    let length = fresh ? Math.min(1, FIRST_STEP / Math.sqrt(-slope)) : 1;
    let found = Infinity;
    while (length > SMALLEST_STEP && evaluations < effort.evaluations) {
      for (let i = 0; i < n; i++) {
        next[i] = x[i]! + length * step[i]!;
      }
      found = cost(next, nextGradient);
      evaluations++;
      if (found <= value + DECREASE * length * slope) {
        break;
      }
      const least = (-slope * length) / (2 * ((found - value) / length - slope)); // of the parabola through both
      length *= Number.isFinite(found) ? Math.min(0.5, Math.max(0.1, least / length)) : 0.25;
    }
    if (!(found < value)) {
      break;
    }
    const gain = value - found;
    for (let i = 0; i < n; i++) {
      step[i] = next[i]! - x[i]!;
      change[i] = nextGradient[i]! - gradient[i]!;
    }
    [x, next] = [next, x];
    [gradient, nextGradient] = [nextGradient, gradient];
    value = found;
    if (gain < effort.tolerance) {
      break;
    }
    update(inverse, step, change, product, fresh);
    fresh = false;
  }
  return { x, value, evaluations };
}

function identity(n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    matrix[i * n + i] = 1;
  }
  return matrix;
}

/** Writes the step downhill and returns the slope along it. */
function direction(inverse: Float64Array, gradient: Float64Array, step: Float64Array): number {
  const n = gradient.length;
  let slope = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) {
      sum -= inverse[i * n + j]! * gradient[j]!;
    }
    step[i] = sum;
    slope += sum * gradient[i]!;
  }
  return slope;
}

/** The BFGS update of the inverse Hessian, scaled to the first curvature that was seen. */
function update(
  inverse: Float64Array,
  step: Float64Array,
  change: Float64Array,
  product: Float64Array,
  first: boolean
) {
  const n = step.length;
  let curvature = 0;
  let steps = 0;
  let changes = 0;
  for (let i = 0; i < n; i++) {
    curvature += step[i]! * change[i]!;
    steps += step[i]! * step[i]!;
    changes += change[i]! * change[i]!;
  }
  if (curvature <= FLAT * Math.sqrt(steps * changes)) {
    return;
  }
  if (first) {
    for (let i = 0; i < n; i++) {
      inverse[i * n + i] = curvature / changes;
    }
  }
  let quadratic = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) {
      sum += inverse[i * n + j]! * change[j]!;
    }
    product[i] = sum;
    quadratic += sum * change[i]!;
  }
  const along = (1 + quadratic / curvature) / curvature;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value =
        inverse[i * n + j]! +
        along * step[i]! * step[j]! -
        (product[i]! * step[j]! + step[i]! * product[j]!) / curvature;
      inverse[i * n + j] = value;
      inverse[j * n + i] = value;
    }
  }
}
