/** One measured number and what it must reach. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** `<= 10` or `>= 25`; a figure without a floor is told, not judged. */
  floor?: { sense: 'at most' | 'at least' | 'below'; value: number };
}

export function holds({ value, floor }: Figure): boolean {
  if (!floor) return true;
  if (!Number.isFinite(value)) return false;
  if (floor.sense === 'below') return value < floor.value;
  return floor.sense === 'at most' ? value <= floor.value : value >= floor.value;
}

const signs = { 'at most': '<=', 'at least': '>=', below: '<' };

/** `name value unit floor ok|FAIL` */
export function line(figure: Figure): string {
  const { name, value, unit, floor } = figure;
  const shown = Number.isInteger(value) ? String(value) : value.toPrecision(4);
  return [
    name,
    shown,
    unit,
    ...(floor ? [`${signs[floor.sense]}${floor.value}`, holds(figure) ? 'ok' : 'FAIL'] : ['-', '-']),
  ].join(' ');
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The middle value; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The smallest value that at least `share` of the values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
