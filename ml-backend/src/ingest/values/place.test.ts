import { parseLocation, readableCase, regionFault } from './place.ts';

describe('a place', () => {
  it.each([
    ['THE MAIN POINT, BRYN MAWR, PA, USA', ['THE MAIN POINT', 'BRYN MAWR', 'PA', 'USA']],
    ['HAMMERSMITH ODEON, LONDON, ENGLAND', ['HAMMERSMITH ODEON', 'LONDON', null, 'ENGLAND']],
    ['POST DOME, C.W. POST COLLEGE, GREENVALE, NY, USA', ['POST DOME, C.W. POST COLLEGE', 'GREENVALE', 'NY', 'USA']],
    ['FORUM HALL, TŌKYŌ KOKUSAI FŌRAMU, TOKYO, JAPAN', ['FORUM HALL, TŌKYŌ KOKUSAI FŌRAMU', 'TOKYO', null, 'JAPAN']],
    ['ARTS CENTER, NEWARK, NJ, NJ, USA', ['ARTS CENTER', 'NEWARK', 'NJ', 'USA']],
    ['1975-07-23 MUSIC INN, LENOX, MA, USA', ['MUSIC INN', 'LENOX', 'MA', 'USA']],
    ['The Fillmore, San Francisco, CA', ['The Fillmore', 'San Francisco', 'CA', 'USA']],
    ['Opera House, Sydney, NSW, Australia', ['Opera House', 'Sydney', 'NSW', 'Australia']],
    ['Village hall', ['Village hall', null, null, null]],
    ['', [null, null, null, null]],
  ])('is found in %j', (location, [venue, city, region, country]) => {
    expect(parseLocation(location)).toEqual({ venue, city, region, country });
  });

  it('notes a state that is in another country', () => {
    expect(regionFault('DC', 'Canada')).toBe('DC is in the USA, not in Canada');
    expect(regionFault('ON', 'Canada')).toBeUndefined();
    expect(regionFault('WA', 'Australia')).toBeUndefined();
  });

  it.each([
    ['THE MAIN POINT', 'The Main Point'],
    ['RIO DE JANEIRO', 'Rio de Janeiro'],
    ['SAINT-ÉTIENNE', 'Saint-Étienne'],
    ['U.S. BANK ARENA', 'U.S. Bank Arena'],
    ['AMSTERDAM RAI', 'Amsterdam RAI'],
    ['McDONOUGH ARENA', 'McDonough Arena'],
    ['ST. LOUIS', 'St. Louis'],
    ["D'ERRICO RESIDENCE", "D'Errico Residence"],
    ["MAX'S KANSAS CITY", "Max's Kansas City"],
    ['1ST MARINER ARENA', '1st Mariner Arena'],
    ['iTunes Festival', 'iTunes Festival'],
  ])('writes %s as %s', (text, expected) => expect(readableCase(text)).toBe(expected));
});
