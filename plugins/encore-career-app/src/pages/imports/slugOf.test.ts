import { slugOf } from './slugOf';

describe('the slug of a name', () => {
  it.each([
    ['The Rosewood Band', 'the-rosewood-band'],
    ['AC/DC', 'ac-dc'],
    ['Sigur Rós', 'sigur-ros'],
    ['Die Ärzte & Straße', 'die-arzte-strasse'],
    ['  !!!  ', ''],
    ['кино', ''],
    [`${'a'.repeat(119)} b`, 'a'.repeat(119)],
  ])('of "%s" is "%s"', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});
