/**
 * Solves a small symmetric positive definite system by Cholesky's method.
 * @param matrix  rows; left as it is
 * @returns the solution; zeros where the matrix is not positive definite
 */
export function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const lower = matrix.map((row) => row.slice());
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let value = matrix[row]![column]!;
      for (let k = 0; k < column; k++) {
        value -= lower[row]![k]! * lower[column]![k]!;
      }
      if (row === column && !(value > 0)) {
        return new Float64Array(size);
      }
      lower[row]![column] = row === column ? Math.sqrt(value) : value / lower[column]![column]!;
    }
  }
  const solution = right.slice();
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) {
      solution[row]! -= lower[row]![k]! * solution[k]!;
    }
    solution[row]! /= lower[row]![row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) {
      solution[row]! -= lower[k]![row]! * solution[k]!;
    }
    solution[row]! /= lower[row]![row]!;
  }
  return solution;
}
