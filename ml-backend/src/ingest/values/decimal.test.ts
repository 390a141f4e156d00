import fc from 'fast-check';
import { negated, sumOf } from './decimal.ts';

describe('decimal text', () => {
  it('adds without the errors of floats', () => {
    expect(sumOf('0.1', '0.2')).toBe('0.3');
    expect(sumOf('9.99', '1.00', '-0.49')).toBe('10.5');
    expect(sumOf('-0.01')).toBe('-0.01');
    expect(sumOf()).toBe('0');
    expect(sumOf('9999999999999.0000000001', '1')).toBe('10000000000000.0000000001');
  });

  it('comes to nothing with its own negative', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.integer({ min: 0, max: 14 }), (n, places) => {
        const digits = String(n < 0n ? -n : n).padStart(places + 1, '0');
        const value = `${n < 0n ? '-' : ''}${digits.slice(0, digits.length - places)}${places ? `.${digits.slice(-places)}` : ''}`;
        expect(sumOf(value, negated(value))).toBe('0');
        expect(Number(sumOf(value))).toBe(Number(value));
      })
    );
  });
});
