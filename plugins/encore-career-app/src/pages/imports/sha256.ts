/**
 * SHA-256 of some bytes, in hex. Browsers have it on https and localhost only; a Grafana on plain http in a local
 * network takes the one below.
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const builtIn = globalThis.crypto?.subtle;
  return hex(builtIn ? new Uint8Array(await builtIn.digest('SHA-256', bytes)) : sha256InScript(bytes));
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const isPrime = (n: number) => {
  for (let divisor = 2; divisor * divisor <= n; divisor++) {
    if (n % divisor === 0) {
      return false;
    }
  }
  return true;
};
const PRIMES = Array.from({ length: 310 }, (_, i) => i + 2).filter(isPrime);
/** The first 32 bits of the fractional part of a root. */
const fraction = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0;
const K = Int32Array.from(PRIMES.slice(0, 64), (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const rotate = (x: number, by: number) => (x >>> by) | (x << (32 - by));

/** Source: FIPS 180-4, section 6.2. */
export function sha256InScript(bytes: Uint8Array): Uint8Array {
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const tail = new Uint8Array(128);
  const whole = Math.floor(bytes.length / 64) * 64;
  tail.set(bytes.subarray(whole));
  tail[bytes.length - whole] = 0x80;
  const tailBytes = blocks * 64 - whole;
  const tailView = new DataView(tail.buffer);
  tailView.setUint32(tailBytes - 8, Math.floor(bytes.length / 2 ** 29));
  tailView.setUint32(tailBytes - 4, bytes.length << 3);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hash = START.slice();
  const w = new Int32Array(64);
  for (let at = 0; at < blocks * 64; at += 64) {
    const [from, offset] = at < whole ? [view, at] : [tailView, at - whole];
    for (let t = 0; t < 16; t++) {
      w[t] = from.getInt32(offset + 4 * t);
    }
    compress(hash, w);
  }
  const out = new DataView(new ArrayBuffer(32));
  hash.forEach((word, i) => out.setInt32(4 * i, word));
  return new Uint8Array(out.buffer);
}

function compress(hash: Int32Array, w: Int32Array): void {
  for (let t = 16; t < 64; t++) {
    const s0 = rotate(w[t - 15], 7) ^ rotate(w[t - 15], 18) ^ (w[t - 15] >>> 3);
    const s1 = rotate(w[t - 2], 17) ^ rotate(w[t - 2], 19) ^ (w[t - 2] >>> 10);
    w[t] = w[t - 16] + s0 + w[t - 7] + s1;
  }
  let [a, b, c, d, e, f, g, h] = hash;
  for (let t = 0; t < 64; t++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[t] + w[t]) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    // One by one: eight megabytes are 131,072 blocks, and a list a round would cost more than the sum.
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (hash[i] += word));
}
