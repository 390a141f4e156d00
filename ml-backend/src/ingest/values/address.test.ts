import { countryOf, parseAddress } from './address.ts';

const place = (text: string) => {
  const { venue, city, region, country } = parseAddress(text);
  return [venue, city, region, country];
};

describe('an address of a calendar', () => {
  it.each([
    ['Lido, Cuvrystraße 7, 10997 Berlin, Germany', ['Lido', 'Berlin', null, 'Germany']],
    ['Lido\nCuvrystraße 7\n10997 Berlin\nDeutschland', ['Lido', 'Berlin', null, 'Germany']],
    ['The Cellar, Leeds', ['The Cellar', 'Leeds', null, null]],
    ['The Cellar, 9 High St, London E8 3AA, UK', ['The Cellar', 'London', null, 'United Kingdom']],
    ['Round Hall, 12 Main St, Austin, TX 78701, USA', ['Round Hall', 'Austin', 'TX', 'USA']],
    ['Round Hall, 12 Main St, Austin TX 78701', ['Round Hall', 'Austin', 'TX', 'USA']],
    [
      'Casa del Popolo, 4873 Boul. St-Laurent, Montréal, QC H2T 1R6, Canada',
      ['Casa del Popolo', 'Montréal', 'QC', 'Canada'],
    ],
    ['Paradiso, Weteringschans 6-8, 1017 SG Amsterdam, Netherlands', ['Paradiso', 'Amsterdam', null, 'Netherlands']],
    ['Café Carina, Wien, Österreich', ['Café Carina', 'Wien', null, 'Austria']],
    ['Band room', ['Band room', null, null, null]],
    ['Band room, Hinterhof 7', ['Band room', null, null, null]],
    ['https://video.example/room/1', [null, null, null, null]],
    ['', [null, null, null, null]],
    [' , ,', [null, null, null, null]],
  ])('%j', (text, expected) => {
    expect(place(text)).toEqual(expected);
  });

  it('knows countries by name in several languages and by code, but for codes that are states', () => {
    expect(['germany', 'Allemagne', 'FR', 'Scotland', 'Berlin', 'CA', 'DE'].map(countryOf)).toEqual([
      'Germany',
      'Germany',
      'France',
      'Scotland',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
