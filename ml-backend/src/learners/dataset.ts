import { badRequest } from '../errors.ts';

/** Numbers by row: value of (row, column) at `row * columns + column`. NaN is a missing value. */
export interface Matrix {
  values: Float64Array;
  rows: number;
  columns: number;
}

/** Rows with what is to be learnt about them. */
export interface Labelled {
  x: Matrix;
  /** One a row: a number for regression, the class 0, 1, … for classification. */
  y: Float64Array;
  /** How many classes y tells apart, 2 or more; absent for numbers. */
  classes?: number;
  /** How much a row counts, >= 0; 1 each where absent. */
  weights?: Float64Array;
  /**
   * Where each row's prediction starts, in the units of the score (of y for regression, log-odds for classification):
   * learners that can add to a prediction learn what is missing from it. For several classes, class by class:
   * `class * rows + row`.
   */
  offset?: Float64Array;
}

/** The same without what is to be learnt. */
export type Unlabelled = Pick<Labelled, 'x' | 'offset'>;

/** More classes than this are no classes. */
export const MOST_CLASSES = 1000;

/** Numbers that say what a row is: the number itself, the chance of class 1 of two, or the chance of each of more. */
export function outputsOf(classes: number | undefined): number {
  return classes !== undefined && classes > 2 ? classes : 1;
}

/** A matrix of rows that are all as long as the first. @throws EncoreError LEARNER_BAD_DATA */
export function matrix(rows: ArrayLike<ArrayLike<number>>): Matrix {
  const columns = rows[0]?.length ?? 0;
  const values = new Float64Array(rows.length * columns);
  for (let row = 0; row < rows.length; row++) {
    const given = rows[row]!;
    if (given.length !== columns) {
      throw badRequest('LEARNER_BAD_DATA', `row ${row} has ${given.length} columns, the first has ${columns}`, 'x');
    }
    values.set(given, row * columns);
  }
  return { values, rows: rows.length, columns };
}

/** Chosen rows of a matrix, in the order given. */
export function takeRows({ values, columns }: Matrix, chosen: ArrayLike<number>): Matrix {
  const taken = new Float64Array(chosen.length * columns);
  for (let row = 0; row < chosen.length; row++) {
    const from = chosen[row]! * columns;
    taken.set(values.subarray(from, from + columns), row * columns);
  }
  return { values: taken, rows: chosen.length, columns };
}

/** Chosen rows with all that belongs to them. */
export function takeLabelled({ x, y, classes, weights, offset }: Labelled, chosen: Int32Array): Labelled {
  const of = (values: Float64Array) => {
    const outputs = values.length / x.rows;
    const at = (index: number) => Math.floor(index / chosen.length) * x.rows + chosen[index % chosen.length]!;
    return Float64Array.from({ length: outputs * chosen.length }, (_, index) => values[at(index)]!);
  };
  return { x: takeRows(x, chosen), y: of(y), classes, weights: weights && of(weights), offset: offset && of(offset) };
}

/** That a matrix is as large as it says. @throws EncoreError LEARNER_BAD_DATA */
export function checkMatrix({ values, rows, columns }: Matrix, wanted = columns): void {
  if (values.length !== rows * columns || columns < 1) {
    throw badRequest('LEARNER_BAD_DATA', `${values.length} values are not ${rows} rows of ${columns} columns`, 'x');
  }
  if (columns !== wanted) {
    throw badRequest('LEARNER_BAD_DATA', `the model knows ${wanted} columns, the rows have ${columns}`, 'x');
  }
}

/**
 * That every part of the data has its length and range.
 * @throws EncoreError LEARNER_BAD_DATA names the part and the row
 */
export function checkLabelled({ x, y, classes, weights, offset }: Labelled): void {
  if (classes !== undefined && !(Number.isInteger(classes) && classes >= 2 && classes <= MOST_CLASSES)) {
    throw badRequest('LEARNER_BAD_DATA', `${classes} classes; from 2 to ${MOST_CLASSES} can be told apart`, 'classes');
  }
  checkMatrix(x);
  if (x.rows < 1) throw badRequest('LEARNER_BAD_DATA', 'there is no row to learn from', 'x');
  checkLength(y, x.rows, 'y');
  const label = classes === undefined ? isReasonable : (value: number) => Number.isInteger(value) && value < classes;
  const first = y.findIndex((value) => !label(value) || (classes !== undefined && value < 0));
  if (first >= 0) {
    const wanted = classes === undefined ? 'a number below 1e30 in size' : `a class from 0 to ${classes - 1}`;
    throw badRequest('LEARNER_BAD_DATA', `row ${first} is to be learnt as ${y[first]}, which is not ${wanted}`, 'y');
  }
  if (weights) {
    checkLength(weights, x.rows, 'weights');
    const wrong = weights.findIndex((weight) => !(weight >= 0 && weight < Infinity));
    if (wrong >= 0) {
      throw badRequest('LEARNER_BAD_DATA', `row ${wrong} has the weight ${weights[wrong]}; it must be >= 0`, 'weights');
    }
    if (weights.every((weight) => weight === 0)) throw badRequest('LEARNER_BAD_DATA', 'all weights are 0', 'weights');
  }
  if (offset) {
    checkLength(offset, x.rows * outputsOf(classes), 'offset');
    const wrong = offset.findIndex((value) => !isReasonable(value));
    if (wrong >= 0) throw badRequest('LEARNER_BAD_DATA', `offset ${wrong} is ${offset[wrong]}`, 'offset');
  }
}

// Leaves are kept as 32-bit floats, which end at 3.4e38.
const isReasonable = (value: number) => Math.abs(value) < 1e30;

function checkLength(values: Float64Array, length: number, name: string): void {
  if (values.length !== length) {
    throw badRequest('LEARNER_BAD_DATA', `${name} has ${values.length} entries where ${length} are needed`, name);
  }
}
