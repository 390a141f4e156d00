/** Chance from a seed: the same seed gives the same draws on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next: () => number;
  /** A whole number in [0, limit). */
  below: (limit: number) => number;
}

/**
 * A stream of chance of its own for each (seed, stream): trees that are grown in any order draw the same numbers.
 * Source: sfc32 of Doty-Humphrey's PractRand, a state of 128 bits, seeded by the murmur3 finaliser.
 */
export function random(seed: number, stream = 0): Random {
  let a = mix(seed | 0);
  let b = mix(a ^ (stream | 0));
  let c = mix(b + 0x9e3779b9);
  let counter = 1;
  const draw = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 12; warm++) draw();
  const next = () => draw() / 4294967296;
  return { next, below: (limit) => Math.floor(next() * limit) };
}

/** Puts the first `count` places of `items` into a random order drawn from all of it (Fisher, Yates). */
export function shuffle(items: Int32Array, random: Random, count = items.length): void {
  const last = Math.min(count, items.length - 1);
  for (let place = 0; place < last; place++) {
    const other = place + random.below(items.length - place);
    const kept = items[place]!;
    items[place] = items[other]!;
    items[other] = kept;
  }
}

/** 0, 1, …, count - 1 */
export function indices(count: number): Int32Array {
  const all = new Int32Array(count);
  for (let index = 0; index < count; index++) all[index] = index;
  return all;
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
