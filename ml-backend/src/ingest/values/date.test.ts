import fc from 'fast-check';
import { BadValue } from './badValue.ts';
import { anyDate, isoDay, isoMonth, orderEvidence } from './date.ts';

const context = (dateOrder?: 'dmy' | 'mdy') => ({
  now: new Date(0),
  today: '',
  currency: 'USD',
  decimal: undefined,
  dateOrder,
});
const read = (text: string, order?: 'dmy' | 'mdy') => {
  const cell = anyDate(text, context(order));
  return cell instanceof BadValue ? cell.code : cell;
};

describe('a date', () => {
  it('says what is wrong with a month and how to write it', () => {
    expect(isoMonth('2024-13', context())).toMatchObject({
      code: 'IMPORT_BAD_DATE',
      reason: '"2024-13" is not a month; write it as 2024-01',
    });
    expect(isoMonth('2024-12', context())).toBe('2024-12-01');
  });

  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2024-02-29T20:30:00Z', '2024-02-29'],
    ['2024/2/9', '2024-02-09'],
    ['9 Feb 2024', '2024-02-09'],
    ['February 9, 2024', '2024-02-09'],
    ['2024-02', '2024-02'],
    ['Feb 2024', '2024-02'],
  ])('reads %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    '2023-02-29',
    '2024-00-10',
    '31/31/2024',
    '1/2/24',
    '0000-01-01',
    '10000-01-01',
    'tomorrow',
    '45000',
    '2024-1-1x',
  ])('refuses %s', (text) => expect(read(text, 'dmy')).toBe('IMPORT_BAD_DATE'));

  it('does not guess the order of day and month', () => {
    expect(read('01/02/2024')).toBe('IMPORT_BAD_DATE');
    expect(read('01/02/2024', 'dmy')).toBe('2024-02-01');
    expect(read('01/02/2024', 'mdy')).toBe('2024-01-02');
  });

  it('comes back from every day of two centuries, in both orders', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom('/', '.', '-'), (date, mark) => {
        const day = date.toISOString().slice(0, 10);
        const [y, m, d] = day.split('-');
        expect(isoDay(day, context())).toBe(day);
        expect(read([d, m, y].join(mark), 'dmy')).toBe(day);
        expect(read([m, d, y].join(mark), 'mdy')).toBe(day);
        const says = orderEvidence([d, m, y].join(mark));
        expect(says).toBe(Number(d) > 12 ? 'dmy' : d === m ? undefined : 'both');
      })
    );
  });
});
