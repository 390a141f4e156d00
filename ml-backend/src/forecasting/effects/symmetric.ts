/**
 * Inverse of a symmetric positive definite matrix by Cholesky's method.
 * @param matrix  row-major, size x size
 * @returns undefined where the matrix is not positive definite to rounding: columns that say the same
 */
export function inverse(matrix: Float64Array, size: number): Float64Array | undefined {
  const root = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!;
      for (let k = 0; k < column; k++) sum -= root[row * size + k]! * root[column * size + k]!;
      if (row === column) {
        if (!(sum > 1e-10 * Math.abs(matrix[row * size + row]!))) return undefined;
        root[row * size + row] = Math.sqrt(sum);
      } else {
        root[row * size + column] = sum / root[column * size + column]!;
      }
    }
  }
  const result = new Float64Array(size * size);
  const column = new Float64Array(size);
  for (let unit = 0; unit < size; unit++) {
    for (let row = 0; row < size; row++) {
      let sum = row === unit ? 1 : 0;
      for (let k = 0; k < row; k++) sum -= root[row * size + k]! * column[k]!;
      column[row] = sum / root[row * size + row]!;
    }
    for (let row = size - 1; row >= 0; row--) {
      let sum = column[row]!;
      for (let k = row + 1; k < size; k++) sum -= root[k * size + row]! * column[k]!;
      column[row] = sum / root[row * size + row]!;
      result[row * size + unit] = column[row]!;
    }
  }
  return result;
}

/** Matrix (row-major, size x size) times vector. */
export function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return Float64Array.from(vector, (_, row) => {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += matrix[row * size + k]! * vector[k]!;
    return sum;
  });
}
