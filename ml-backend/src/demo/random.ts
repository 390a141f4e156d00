const rotl = (x: number, k: number) => (x << k) | (x >>> (32 - k));

/**
 * Chance that is the same for the same seed and labels on every machine.
 * Each part of a career draws from its own stream, so that a change in one part leaves the others alone.
 * Source: Blackman, Vigna 2021, "Scrambled linear pseudorandom number generators" (xoshiro128**), seeded by splitmix32.
 */
export class Random {
  readonly #state = new Uint32Array(4);
  #spare: number | undefined;

  constructor(seed: number, ...labels: ReadonlyArray<string | number>) {
    let mix = seed >>> 0;
    for (const char of labels.join('\u001f')) mix = Math.imul(mix ^ char.codePointAt(0)!, 0x01000193) >>> 0;
    for (let i = 0; i < 4; i++) {
      mix = (mix + 0x9e3779b9) >>> 0;
      let z = Math.imul(mix ^ (mix >>> 16), 0x21f0aaad);
      z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
      this.#state[i] = (z ^ (z >>> 15)) >>> 0;
    }
    for (let i = 0; i < 8; i++) this.next();
  }

  /** Uniform in [0, 1). */
  next(): number {
    const s = this.#state;
    const result = Math.imul(rotl(Math.imul(s[1]!, 5), 7), 9) >>> 0;
    const t = s[1]! << 9;
    s[2] = s[2]! ^ s[0]!;
    s[3] = s[3]! ^ s[1]!;
    s[1] = s[1]! ^ s[2];
    s[0] = s[0]! ^ s[3];
    s[2] = s[2] ^ t;
    s[3] = rotl(s[3], 11);
    return result / 4294967296;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number from low to high, both included. */
  int(low: number, high: number): number {
    return low + Math.floor((high - low + 1) * this.next());
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  normal(mean = 0, sd = 1): number {
    if (this.#spare !== undefined) {
      const value = mean + sd * this.#spare;
      this.#spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    const angle = 2 * Math.PI * this.next();
    this.#spare = radius * Math.sin(angle);
    return mean + sd * radius * Math.cos(angle);
  }

  /** A factor with median 1. */
  factor(sigma: number): number {
    return Math.exp(this.normal(0, sigma));
  }

  poisson(mean: number): number {
    if (mean > 60) return Math.max(0, Math.round(this.normal(mean, Math.sqrt(mean))));
    const limit = Math.exp(-mean);
    let n = 0;
    for (let product = this.next(); product > limit; product *= this.next()) n++;
    return n;
  }

  /** Source: Marsaglia, Tsang 2000, "A simple method for generating gamma variables". */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * Math.pow(1 - this.next(), 1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = this.normal();
      const v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
      if (v > 0 && Math.log(1 - this.next()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** A share with the given mean; the higher the concentration, the closer to it. */
  beta(mean: number, concentration: number): number {
    const a = this.gamma(mean * concentration);
    const b = this.gamma((1 - mean) * concentration);
    return a + b > 0 ? a / (a + b) : mean;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]!;
  }

  /** One item, the more likely the higher its weight. */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T {
    const weights = items.map(weight);
    let left = this.next() * weights.reduce((sum, w) => sum + w, 0);
    for (let i = 0; i < items.length; i++) if ((left -= weights[i]!) < 0) return items[i]!;
    return items.at(-1)!;
  }

  shuffle<T>(items: readonly T[]): T[] {
    const copy = [...items];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [copy[i], copy[j]] = [copy[j]!, copy[i]!];
    }
    return copy;
  }
}

/**
 * Share of a standard normal variable below z, to 1e-5.
 * Source: Abramowitz, Stegun 1964, "Handbook of Mathematical Functions", formula 26.2.16.
 */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.33267 * Math.abs(z));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * t * (0.4361836 + t * (-0.1201676 + t * 0.937298));
  return z > 0 ? 1 - tail : tail;
}

/**
 * The value below which a share `u` of a quantity lies, between known quantiles.
 * @param table [share, value] ascending in both, from share 0 to share 1; values in between are straight lines
 */
export function quantileOf(table: ReadonlyArray<readonly [share: number, value: number]>, u: number): number {
  let i = 1;
  while (i < table.length - 1 && table[i]![0] < u) i++;
  const [[lowShare, low], [highShare, high]] = [table[i - 1]!, table[i]!];
  return low + ((high - low) * (u - lowShare)) / (highShare - lowShare);
}
