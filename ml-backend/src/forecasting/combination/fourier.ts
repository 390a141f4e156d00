import { solve } from '../intervals/solve.ts';

/** Waves a season: enough for summer, autumn tours and the end of the year, few enough for a year and a half. */
const WAVES = 3;
/** Strength of the draw towards no season, in observations. */
const RIDGE = 6;

/**
 * A smooth season by ridge regression of the values' logarithms on a line and some waves.
 * @param values  positive, oldest first; for others there is no season
 * @returns the factor of the level at each bucket from the first one on
 * Source: Hyndman, Athanasopoulos 2021, "Forecasting: principles and practice", 7.4 and 12.1.
 */
export function fourierSeason(values: Float64Array, period: number): (at: number) => number {
  if (!values.every((value) => value > 0) || values.length < period) {
    return () => 1;
  }
  const columns = 2 + 2 * WAVES;
  const row = (at: number) => {
    const x = new Float64Array(columns);
    x[0] = 1;
    x[1] = at / values.length - 0.5;
    for (let wave = 1; wave <= WAVES; wave++) {
      const angle = (2 * Math.PI * wave * at) / period;
      x[2 * wave] = Math.sin(angle);
      x[2 * wave + 1] = Math.cos(angle);
    }
    return x;
  };
  const matrix = Array.from({ length: columns }, (_, column) => {
    const line = new Float64Array(columns);
    line[column] = column < 2 ? 1e-9 : RIDGE;
    return line;
  });
  const right = new Float64Array(columns);
  values.forEach((value, at) => {
    const x = row(at);
    const y = Math.log(value);
    for (let i = 0; i < columns; i++) {
      right[i]! += x[i]! * y;
      for (let j = 0; j < columns; j++) {
        matrix[i]![j]! += x[i]! * x[j]!;
      }
    }
  });
  const found = solve(matrix, right);
  return (at) => {
    const x = row(at);
    let sum = 0;
    for (let i = 2; i < columns; i++) {
      sum += x[i]! * found[i]!;
    }
    return Math.exp(sum);
  };
}
