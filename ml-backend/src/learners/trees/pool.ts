/** Histograms that are used again and again: growing takes and gives back, and makes a new one only when none is free. */
export class HistogramPool {
  readonly length: number;
  readonly #free: Float64Array[] = [];

  constructor(length: number) {
    this.length = length;
  }

  /** A histogram of zeros. */
  take(): Float64Array {
    return this.#free.pop()?.fill(0) ?? new Float64Array(this.length);
  }

  give(histogram: Float64Array): void {
    this.#free.push(histogram);
  }
}
