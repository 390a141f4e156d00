/** Where a show was, as far as a line of text tells. */
export interface Place {
  venue: string | null;
  city: string | null;
  region: string | null;
  country: string | null;
}

const states = new Set(
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY'.split(
    ' '
  )
);
const provinces = new Set('AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' '));

const usa = /^(usa|us|u\.s\.a?\.?|united states( of america)?)$/i;

/** Country that a region code belongs to, where the code belongs to one. */
export function countryOfRegion(region: string): 'USA' | 'Canada' | undefined {
  if (states.has(region)) return 'USA';
  return provinces.has(region) ? 'Canada' : undefined;
}

/**
 * Reads `VENUE, CITY, STATE, COUNTRY` and `VENUE, CITY, COUNTRY`. A venue may hold commas itself
 * (`HALL, UNIVERSITY, CITY, STATE, COUNTRY`), a state that is written twice counts once, and a single part is a venue.
 */
export function parseLocation(location: string): Place {
  const parts = location
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const nothing: Place = { venue: null, city: null, region: null, country: null };
  if (parts.length < 2) return { ...nothing, venue: parts[0] ?? null };
  const country = countryOfRegion(parts.at(-1)!) ? countryOfRegion(parts.at(-1)!)! : parts.pop()!;
  let region: string | null = null;
  while (
    parts.length > 1 &&
    (countryOfRegion(parts.at(-1)!) || (parts.length > 2 && /^[A-Z]{2,3}$/.test(parts.at(-1)!)))
  ) {
    region = parts.pop()!;
  }
  const city = parts.length > 1 ? parts.pop()! : null;
  // Some catalogues put the date before the name of the place.
  const venue = parts.join(', ').replace(/^\d{4}-\d{2}-\d{2}[\s-]+/, '');
  return { venue: venue || null, city, region, country };
}

const small = new Set(
  'a an and at by de del della der des di do du el en for in la le les of on sur the to van von y'.split(' ')
);
const capitals = new Set(
  'AAMI AMI AOL ASU AWD BB&T BMO BOK CBS CCC CNE DAR DCU DTE FC FNB GE HSBC ICC II III IV IX JFK KFC LSU MCI MGM NBC NEC NRG PNC QPAC RAI RDS RFK SAP TCF TD TU UBS UCF UCLA UK US USA USF VI VII VIII XL'.split(
    ' '
  )
);

/**
 * Text in capitals as it is read aloud: `THE MAIN POINT` becomes `The Main Point`. Text with any lower-case letter
 * is left alone, but for a leading `Mc`; abbreviations with points or without vowels stay.
 */
export function readableCase(text: string): string {
  if (/\p{Ll}/u.test(text.replace(/\bMc(?=\p{Lu})/gu, ''))) return text;
  return text
    .split(/(?<=[\s(/-])/u)
    .map((word, index, all) => wordCase(word, index > 0 && !/[(/-]$/.test(all[index - 1]!)))
    .join('');
}

function wordCase(word: string, inside: boolean): string {
  const bare = word.replace(/[^\p{L}\p{N}&.']/gu, '');
  if (capitals.has(bare) || /^(\p{L}\.)+\p{L}?\.?$/u.test(bare)) return word;
  if (
    /^\p{Lu}{2,4}$/u.test(bare) &&
    !/[AEIOUYÄÖÜÅØÆÉÈÍÓÚ]/u.test(bare) &&
    !['ST', 'MT', 'DR', 'MR', 'FT'].includes(bare)
  )
    return word;
  const lower = word.toLowerCase();
  if (inside && small.has(lower.trim())) return lower;
  if (/^\d/.test(bare)) return /\d(ST|ND|RD|TH)$/.test(bare) ? lower : word;
  const mac = word.startsWith('Mc');
  return lower
    .replace(/^([^\p{L}]*)(\p{L})/u, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(
      /^(\p{L}')(\p{L}{3})/u,
      (_, before: string, rest: string) => before + rest.charAt(0).toUpperCase() + rest.slice(1)
    )
    .replace(/^Mc(\p{L})/u, (start, letter: string) => (mac ? `Mc${letter.toUpperCase()}` : start));
}

/** Why a region cannot be in a country, or undefined when all is well. */
export function regionFault(region: string, country: string): string | undefined {
  const of = countryOfRegion(region);
  const stated = usa.test(country) ? 'USA' : /^canada$/i.test(country) ? 'Canada' : undefined;
  if (!of || !stated || of === stated) return undefined;
  return `${region} is in ${of === 'USA' ? 'the USA' : of}, not in ${country}`;
}
