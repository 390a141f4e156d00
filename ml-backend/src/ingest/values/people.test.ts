import { minutes } from './minutes.ts';
import { slugOf } from './slug.ts';

const context = { now: new Date(0), today: '', currency: 'EUR', decimal: undefined, dateOrder: undefined };

describe('a length of time', () => {
  it.each([
    ['45', '45'],
    ['45 min', '45'],
    ['90m', '90'],
    ['1:30', '90'],
    ['0:45:30', '45'],
    ['1h30', '90'],
    ['1 h 30 min', '90'],
    ['1.5h', '90'],
    ['2 hours', '120'],
    ['37,5', '37.5'],
  ])('%s is %s minutes', (text, expected) => expect(minutes(text, context)).toBe(expected));

  it.each(['0', '-5', '25h', '1441', '1:75', 'long', 'h', ' '])('%j is none', (text) =>
    expect(minutes(text, context)).toMatchObject({ code: 'IMPORT_BAD_NUMBER' })
  );
});

describe('a slug', () => {
  it('is the plain letters of a name, and a fingerprint of one in another script', () => {
    expect(['Ana María', ' J. Doe-Smith ', 'Łukasz Groß', 'Bjørn'].map(slugOf)).toEqual([
      'ana-maria',
      'j-doe-smith',
      'lukasz-gross',
      'bjorn',
    ]);
    expect(slugOf('Юлия')).toMatch(/^n-[0-9a-f]{12}$/);
    expect(slugOf('Юлия')).toBe(slugOf('юлия'));
    expect(slugOf('x'.repeat(300))).toHaveLength(120);
  });
});
