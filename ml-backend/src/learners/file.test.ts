import fc from 'fast-check';
import { EncoreError } from '../errors.ts';
import { fitBoosted, loadBoosted, saveBoosted } from './boosted.ts';
import { fitCart, loadCart, saveCart } from './cart.ts';
import { checksum } from './file.ts';
import { fitForest, loadForest, saveForest } from './forest.ts';
import { inClasses, steps } from './testing.ts';

const three = inClasses(steps(80), 7, 15);
const models: [string, Uint8Array, (bytes: Uint8Array) => { predict: (x: typeof three.x) => Float64Array }][] = [
  ['boosted trees', saveBoosted(fitBoosted(three, { rounds: 3 })), loadBoosted],
  ['a forest', saveForest(fitForest(three, { trees: 3 })), loadForest],
  ['a decision tree', saveCart(fitCart(steps(80))), loadCart],
];

/** What loading throws, or undefined. */
function refusal(load: (bytes: Uint8Array) => unknown, bytes: Uint8Array): unknown {
  try {
    load(bytes);
    return undefined;
  } catch (error) {
    return error;
  }
}

const isClear = (error: unknown) => error instanceof EncoreError && error.code === 'LEARNER_BAD_MODEL';

/** The bytes with a checksum that fits them, as one who means harm would make it. */
function resealed(bytes: Uint8Array): Uint8Array {
  const sealed = bytes.slice();
  new DataView(sealed.buffer).setUint32(sealed.length - 4, checksum(sealed.subarray(0, -4)), true);
  return sealed;
}

describe.each(models)('%s in bytes', (_, bytes, load) => {
  it('are refused where they are cut anywhere', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(isClear(refusal(load, bytes.slice(0, length)))).toBe(true);
    }
  });

  it('are refused where one is changed', () => {
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at]! ^= 1 << at % 8;
      expect(isClear(refusal(load, changed))).toBe(true);
    }
  });

  it('are refused, or a model that predicts, where changed bytes come with a fitting checksum', () => {
    const place = fc.nat(bytes.length - 5);
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = bytes.slice();
        for (const [at, value] of changes) changed[at] = value;
        const sealed = resealed(changed);
        const error = refusal((given) => load(given).predict(three.x), sealed);
        expect(error === undefined || error instanceof EncoreError).toBe(true);
      }),
      { numRuns: 500 }
    );
  });

  it('are refused where they are followed by more', () => {
    expect(isClear(refusal(load, resealed(Uint8Array.from([...bytes, 0, 0, 0]))))).toBe(true);
  });
});

describe('the bytes of a model', () => {
  it('say whose they are to those who can’t read them', () => {
    expect(() => loadForest(models[0]![1])).toThrow('it was saved by "boosted-trees", not by "random-forest"');
    expect(() => loadForest(new TextEncoder().encode('{"a": 1, "b": 2}'))).toThrow('it does not begin as one');
  });
});
