import { currencyOf, isCurrency } from './currency.ts';

describe('a currency', () => {
  it('is known by its ISO 4217 code, also when it was withdrawn', () => {
    for (const code of ['USD', 'EUR', 'JPY', 'NOK', 'DEM', 'ITL'])
      expect([code, isCurrency(code)]).toEqual([code, true]);
    // XXX and XTS are ISO 4217's codes for "no currency" and "testing": nobody is paid in them.
    for (const code of ['XXX', 'XTS', 'EUX', 'BTC', 'usd', '']) expect([code, isCurrency(code)]).toEqual([code, false]);
  });

  it('is read from codes in any case and from symbols', () => {
    expect(currencyOf(' eur ', 'USD')).toBe('EUR');
    expect(currencyOf('£', 'USD')).toBe('GBP');
    expect(currencyOf('R$', 'USD')).toBe('BRL');
    expect(currencyOf('ZZZ', 'USD')).toBeUndefined();
    expect(currencyOf('constructor', 'USD')).toBeUndefined();
  });

  it('of a symbol that several share is the home one where that is among them', () => {
    expect(currencyOf('$', 'CAD')).toBe('CAD');
    expect(currencyOf('$', 'EUR')).toBe('USD');
    expect(currencyOf('¥', 'CNY')).toBe('CNY');
    expect(currencyOf('¥', 'EUR')).toBe('JPY');
  });
});
