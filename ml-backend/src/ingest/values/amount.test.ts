import fc from 'fast-check';
import { decimalEvidence, readAmount } from './amount.ts';
import { BadValue } from './badValue.ts';

const value = (text: string, decimal?: 'dot' | 'comma', home = 'EUR') => {
  const read = readAmount(text, decimal, home);
  return read instanceof BadValue ? read.code : read.value;
};

describe('an amount', () => {
  it.each([
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1 234,56', '1234.56'],
    ["1'234.56", '1234.56'],
    ['(12.00)', '-12.00'],
    ['-12', '-12'],
    ['12-', '-12'],
    ['−12,5', '-12.5'],
    ['+3.5', '3.5'],
    ['.5', '0.5'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ['-1.2E-05', '-0.000012'],
    ['1.5e3', '1500'],
  ])('reads %s as %s', (text, expected) => expect(value(text)).toBe(expected));

  it.each([
    ['€1.234,50', '1234.50', 'EUR'],
    ['12 USD', '12', 'USD'],
    ['US$ 3.99', '3.99', 'USD'],
    ['(5,50) €', '-5.50', 'EUR'],
    ['-£7', '-7', 'GBP'],
    ['$5', '5', 'USD'],
  ])('finds the currency beside %s', (text, expected, currency) => {
    expect(readAmount(text, undefined, 'EUR')).toEqual({ value: expected, currency });
  });

  it('takes a bare dollar for the dollar of the artist', () => {
    expect(readAmount('$5', undefined, 'CAD')).toEqual({ value: '5', currency: 'CAD' });
  });

  it.each([
    '',
    'abc',
    '1.2.3,4',
    '--5',
    '(5',
    '5)',
    '-(5)',
    '1,23,456.7',
    '12 quid',
    '1e400',
    '=1+1',
    '99999999999999.00',
    '€5$',
  ])('refuses %j', (text) => expect(value(text)).toBe('IMPORT_BAD_AMOUNT'));

  it('does not guess whether 1.234 is a thousand, but follows the file', () => {
    expect(value('1.234')).toBe('IMPORT_BAD_AMOUNT');
    expect(value('1.234', 'comma')).toBe('1234');
    expect(value('1.234', 'dot')).toBe('1.234');
    expect(decimalEvidence('1.234')).toBe('both');
    expect(decimalEvidence('0.123')).toBe('dot');
  });

  it('comes back exactly from every style it can be written in', () => {
    const cents = fc.bigInt({ min: -100_000_000_000_000n, max: 100_000_000_000_000n });
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom('dot', 'comma'),
        fc.constantFrom('minus', 'brackets', 'behind'),
        (amount, decimal, sign) => {
          const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
          const [whole, fraction] = [digits.slice(0, -2), digits.slice(-2)];
          const grouped = whole.replace(/\B(?=(\d{3})+$)/g, decimal === 'dot' ? ',' : '.');
          const bare = `${grouped}${decimal === 'dot' ? '.' : ','}${fraction}`;
          const text = amount >= 0n ? bare : { minus: `-${bare}`, brackets: `(${bare})`, behind: `${bare}-` }[sign];
          const read = readAmount(text, decimal);
          expect(read).toEqual({ value: `${amount < 0n ? '-' : ''}${whole}.${fraction}`, currency: undefined });
        }
      )
    );
  });

  it('never throws and never makes an amount out of other text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('dot', 'comma', undefined), (text, decimal) => {
        const read = readAmount(text, decimal as 'dot' | undefined);
        if (!(read instanceof BadValue)) expect(read.value).toMatch(/^-?\d{1,20}(\.\d+)?$/);
      })
    );
  });
});
