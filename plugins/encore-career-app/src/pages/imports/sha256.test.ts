import { createHash, webcrypto } from 'crypto';

import { sha256, sha256InScript } from './sha256';

const expected = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const inScript = (bytes: Uint8Array) => Buffer.from(sha256InScript(bytes)).toString('hex');
/** Bytes that look like chance and are the same in every run. */
const some = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 2_654_435_761) >>> 13);

describe('SHA-256', () => {
  it('is what FIPS 180-4 says of "abc"', () => {
    const abc = new TextEncoder().encode('abc');
    expect(inScript(abc)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('agrees with Node at every length around a block, and on many bytes', () => {
    for (let length = 0; length <= 200; length++) {
      expect(inScript(some(length))).toBe(expected(some(length)));
    }
    expect(inScript(some(1_000_003))).toBe(expected(some(1_000_003)));
  });

  it('is read of the part of a buffer that is given', () => {
    const part = some(500).subarray(17, 300);
    expect(inScript(part)).toBe(expected(part));
  });

  it('comes from the browser where it has one, and from the script on plain http', async () => {
    const bytes = some(10_000);
    const built = globalThis.crypto;
    try {
      for (const crypto of [undefined, webcrypto]) {
        Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
        expect(await sha256(bytes)).toBe(expected(bytes));
      }
    } finally {
      Object.defineProperty(globalThis, 'crypto', { value: built, configurable: true });
    }
  });
});
