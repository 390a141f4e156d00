import { countryOfRegion } from './place.ts';
import type { Place } from './place.ts';

const languages = ['en', 'de', 'fr', 'es', 'it', 'nl'];
const alsoCalled: Record<string, string> = {
  usa: 'USA',
  us: 'USA',
  'u.s.a.': 'USA',
  'united states': 'USA',
  'united states of america': 'USA',
  uk: 'United Kingdom',
  'great britain': 'United Kingdom',
  england: 'England',
  scotland: 'Scotland',
  wales: 'Wales',
  'northern ireland': 'Northern Ireland',
  holland: 'Netherlands',
};

let countries: Map<string, string> | undefined;

/** The English name of a country that is written in one of a few languages, or undefined. */
export function countryOf(text: string): string | undefined {
  countries ??= allCountries();
  return countries.get(text.toLowerCase());
}

function allCountries(): Map<string, string> {
  const known = new Map<string, string>();
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  const codes = letters.flatMap((a) => letters.map((b) => a + b));
  const [english, ...others] = languages.map(
    (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  );
  for (const code of codes) {
    const name = english!.of(code);
    if (!name) continue;
    for (const names of [english!, ...others]) known.set((names.of(code) ?? name).toLowerCase(), name);
    if (!countryOfRegion(code)) known.set(code.toLowerCase(), name);
  }
  for (const [text, name] of Object.entries(alsoCalled)) known.set(text, name);
  return known;
}

const codeBefore = /^(?:[A-Z]{1,2}[ -])?\d{4,6}(?: ?[A-Z]{2})? (?=\p{L})/u;
const codeAfter = /(?<=\p{L}) (?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{4,6}(?:-\d{3,4})?)$/u;
const codeAlone = /^(?=.*\d)[A-Z\d]{2,5}(?:[ -][A-Z\d]{2,5})?$/;
const street = /^\d+\w? |\d+\w?$/;

/**
 * Reads an address as calendars write it: the name of the place, then street, city with or without a postal code,
 * region and country, each where it is there: `Lido, Cuvrystraße 7, 10997 Berlin, Germany`, `The Cellar, Leeds`,
 * `Round Hall, 12 Main St, Austin, TX 78701, USA`. A single part is the name of a place.
 */
export function parseAddress(text: string): Place {
  const parts = text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const place: Place = { venue: null, city: null, region: null, country: null };
  const venue = parts.shift();
  if (venue === undefined || /^https?:\/\//i.test(venue)) return place;
  place.venue = venue;
  const country = parts.length > 0 ? countryOf(parts.at(-1)!) : undefined;
  if (country) parts.pop();
  place.country = country ?? null;
  while (parts.length > 0 && takeRegion(place, parts.at(-1)!)) parts.pop();
  const last = parts.pop();
  if (!last) return place;
  const inline = /^(.+\p{L}) ([A-Z]{2}) \d{5}(?:-\d{4})?$/u.exec(last);
  if (inline && takeRegion(place, inline[2]!)) place.city = inline[1]!;
  else place.city = last.replace(codeBefore, '').replace(codeAfter, '');
  if (street.test(place.city)) place.city = null;
  return place;
}

/** Takes a state or a postal code. */
function takeRegion(place: Place, part: string): boolean {
  const [code = '', rest = ''] = part.split(/ (.*)/s);
  const of = countryOfRegion(code);
  if (of && (rest === '' || codeAlone.test(rest)) && !place.region) {
    place.region = code;
    place.country ??= of;
    return true;
  }
  return codeAlone.test(part);
}
