import fc from 'fast-check';
import { matrix } from '../dataset.ts';
import { bin, between } from './bins.ts';

const column = (values: number[]) => matrix(values.map((value) => [value]));

describe('bins', () => {
  it('give each of few values a bin of its own', () => {
    const { codes, edges } = bin(column([3, 1, 2, 2, 1]));
    expect([...codes]).toEqual([2, 0, 1, 1, 0]);
    expect([...edges[0]!]).toEqual([1.5, 2.5]);
  });

  it('hold about as many rows each, and a frequent value alone', () => {
    const values = Array.from({ length: 1000 }, (_, row) => (row % 2 ? 500 : row));
    const { codes } = bin(column(values), 16);
    const counts = new Map<number, number>();
    codes.forEach((code) => counts.set(code, (counts.get(code) ?? 0) + 1));
    const usual = codes[1]!;
    codes.forEach((code, row) => expect(code === usual).toBe(values[row] === 500));
    for (const [code, count] of counts) if (code !== usual) expect(count).toBeLessThan(80);
    expect(counts.size).toBeGreaterThan(8);
  });

  it('keep missing values below all others', () => {
    expect([...bin(column([NaN, -5, NaN, 7])).codes]).toEqual([0, 1, 0, 2]);
    expect([...bin(column([NaN, NaN])).codes]).toEqual([0, 0]);
  });

  it('keep the order of values, never more than asked for', () => {
    const numbers = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 })), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 256 }), (values, bins) => {
        const { codes, edges } = bin(column(values), bins);
        expect(edges[0]!.length).toBeLessThan(bins);
        const order = values.map((_, row) => row).sort((a, b) => values[a]! - values[b]!);
        order.slice(1).forEach((row, place) => expect(codes[row]).toBeGreaterThanOrEqual(codes[order[place]!]!));
      })
    );
  });

  it('are told apart by an edge that is at least the lower value and below the upper', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        fc.pre(a !== b);
        const [low, high] = a < b ? [a, b] : [b, a];
        const edge = between(low, high);
        expect(edge >= low && edge < high).toBe(true);
      })
    );
  });
});
