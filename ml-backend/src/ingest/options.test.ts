import { nearest } from './nearest.ts';
import { parseMap } from './options.ts';

describe('--map', () => {
  it('splits at commas that begin a part, not at those inside a name', () => {
    expect(parseMap(['date=Paid on,amount=Net, after fees,currency=EUR'])).toEqual({
      date: 'Paid on',
      amount: 'Net, after fees',
      currency: 'EUR',
    });
    expect(parseMap(['date=A=B', 'source=x'])).toEqual({ date: 'A=B', source: 'x' });
    expect(parseMap([])).toBeUndefined();
  });

  it.each(['date', 'date=', '=x', 'Date!=x'])('refuses %j', (text) =>
    expect(() => parseMap([text])).toThrow('is not understood')
  );
});

it('near slugs are those a typing error away', () => {
  expect(nearest('bruce-springstein', ['bruce-springsteen', 'nova-parade', 'bruce'], 5)).toEqual([
    'bruce',
    'bruce-springsteen',
  ]);
});
