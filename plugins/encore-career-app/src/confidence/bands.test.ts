import fc from 'fast-check';

import { bandPolygons, type Bounds, linePath, nest, polygonPath, thin } from './bands';

const value = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(NaN) }
);
const bands = fc.integer({ min: 1, max: 30 }).chain((rows) => {
  const column = fc.array(value, { minLength: rows, maxLength: rows }).map((values) => Float64Array.from(values));
  return fc.uniqueArray(fc.record({ level: fc.integer({ min: 1, max: 99 }), lower: column, upper: column }), {
    selector: (band) => band.level,
    minLength: 1,
    maxLength: 5,
  });
});
const isWhole = (band: Bounds, row: number) => isFinite(band.lower[row]) && isFinite(band.upper[row]);

describe('nest', () => {
  it('puts every band within the next wider one, whatever the bounds', () => {
    fc.assert(
      fc.property(bands, (given) => {
        const nested = nest(given);
        expect(nested.map((b) => b.level)).toEqual(given.map((b) => b.level).sort((a, b) => b - a));
        for (let row = 0; row < nested[0].lower.length; row++) {
          const whole = nested.filter((band) => isWhole(band, row));
          whole.forEach((band, i) => {
            expect(band.lower[row]).toBeLessThanOrEqual(band.upper[row]);
            if (i > 0) {
              expect(band.lower[row]).toBeGreaterThanOrEqual(whole[i - 1].lower[row]);
              expect(band.upper[row]).toBeLessThanOrEqual(whole[i - 1].upper[row]);
            }
          });
        }
      })
    );
  });

  it('leaves bounds in order as they are and skips a missing bound at its level only', () => {
    const wide = { level: 95, lower: Float64Array.of(1, NaN, 9), upper: Float64Array.of(9, 8, 1) };
    const narrow = { level: 50, lower: Float64Array.of(4, 4, 4), upper: Float64Array.of(6, 6, 6) };
    expect(nest([narrow, wide]).map((b) => [...b.lower, ...b.upper])).toEqual([
      [1, NaN, 1, 9, 8, 9],
      [4, 4, 4, 6, 6, 6],
    ]);
  });
});

describe('bandPolygons', () => {
  it('closes every polygon and keeps its upper edge above its lower one', () => {
    fc.assert(
      fc.property(bands, ([{ lower, upper }]) => {
        const xs = Array.from(lower, (_, i) => i * 10);
        for (const polygon of bandPolygons(xs, lower, upper)) {
          expect(polygon[0]).toEqual(polygon[polygon.length - 1]);
          const half = (polygon.length - 1) / 2;
          for (let i = 0; i < half; i++) {
            const [top, bottom] = [polygon[i], polygon[2 * half - 1 - i]];
            expect(top[0]).toBe(bottom[0]);
            expect(top[1]).toBeLessThanOrEqual(bottom[1]);
          }
        }
      })
    );
  });

  it('makes one polygon a run of complete rows', () => {
    const polygons = bandPolygons([0, 1, 2, 3], [5, NaN, 5, 5], [1, 1, 1, 1]);
    expect(polygons).toHaveLength(2);
    expect(polygonPath(polygons.slice(1))).toBe('M2 1L3 1L3 5L2 5Z');
  });
});

describe('linePath', () => {
  it('breaks at a gap and shows a lone value as a dot', () => {
    expect(linePath([0, 1, 2, 3], [1, 2, NaN, 4])).toBe('M0 1L1 2M3 4h0.01');
  });
});

describe('thin', () => {
  it('keeps the peaks of each pixel column', () => {
    const xs = Array.from({ length: 1000 }, (_, i) => i / 10);
    const ys = xs.map((_, i) => (i === 437 ? 99 : i % 7));
    const kept = thin(xs, ys)!;
    expect(kept).toContain(437);
    expect(kept.length).toBeLessThanOrEqual(400);
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
  });

  it('draws all rows where there is room', () => {
    expect(thin([0, 10, 20], [1, 2, 3])).toBeUndefined();
  });
});
