import fc from 'fast-check';
import { nestsDeeper } from './json.ts';

describe('how deep JSON nests', () => {
  it('agrees with the value that the text stands for', () => {
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }),
        fc.integer({ min: 0, max: 7 }),
        (value, most) => {
          expect(nestsDeeper(JSON.stringify(value), most)).toBe(depthOf(value) > most);
        }
      )
    );
  });

  it.each(['"[[[[', '"\\"[[[[', '"\\\\\\"[[[[', '["[[[", "{{{\\\\"]', ']]]][[', ''])(
    'counts no bracket in a string: %s',
    (text) => {
      expect(nestsDeeper(text, 2)).toBe(false);
    }
  );

  it('looks no further than it must', () => {
    const text = '['.repeat(1_000_000);
    const took = Array.from({ length: 21 }, () => {
      const began = performance.now();
      expect(nestsDeeper(text, 32)).toBe(true);
      return performance.now() - began;
    });
    expect(took.sort((a, b) => a - b)[10]).toBeLessThan(1);
  });
});
