export type Currency = 'USD' | 'EUR' | 'GBP';

/** Dollars for one of each in the long run; the rates of a day wander around it. */
export const dollarsOf: Record<Currency, number> = { USD: 1, EUR: 1.1, GBP: 1.28 };
export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl';

export interface City {
  name: string;
  country: string;
  latitude: number;
  longitude: number;
  timeZone: string;
  currency: Currency;
  language: Language;
  /** How much goes on there; 1 is a middle-sized scene. */
  scene: number;
}

type Row = [name: string, latitude: number, longitude: number, scene: number, timeZone?: string];

const of = (country: string, timeZone: string, currency: Currency, language: Language, rows: Row[]): City[] =>
  rows.map(([name, latitude, longitude, scene, zone]) => ({
    name,
    country,
    latitude,
    longitude,
    timeZone: zone ?? timeZone,
    currency,
    language,
    scene,
  }));

const pacific = 'America/Los_Angeles';
const central = 'America/Chicago';

/** Real cities; the rooms in them are invented. */
export const cities: readonly City[] = [
  ...of('US', 'America/New_York', 'USD', 'en', [
    ['Portland', 45.52, -122.68, 1.2, pacific],
    ['Seattle', 47.61, -122.33, 1.4, pacific],
    ['San Francisco', 37.77, -122.42, 1.5, pacific],
    ['Los Angeles', 34.05, -118.24, 2.4, pacific],
    ['Denver', 39.74, -104.99, 1.2, 'America/Denver'],
    ['Austin', 30.27, -97.74, 1.6, central],
    ['Chicago', 41.88, -87.63, 1.9, central],
    ['Minneapolis', 44.98, -93.27, 1.1, central],
    ['Nashville', 36.16, -86.78, 1.6, central],
    ['New Orleans', 29.95, -90.07, 1, central],
    ['Atlanta', 33.75, -84.39, 1.3],
    ['Asheville', 35.6, -82.55, 0.6],
    ['Washington', 38.91, -77.04, 1.2],
    ['Philadelphia', 39.95, -75.17, 1.3],
    ['New York', 40.71, -74.01, 2.6],
    ['Boston', 42.36, -71.06, 1.3],
    ['Detroit', 42.33, -83.05, 0.9, 'America/Detroit'],
  ]),
  ...of('GB', 'Europe/London', 'GBP', 'en', [
    ['London', 51.51, -0.13, 2.6],
    ['Bristol', 51.45, -2.59, 1],
    ['Brighton', 50.82, -0.14, 0.8],
    ['Birmingham', 52.49, -1.9, 1],
    ['Manchester', 53.48, -2.24, 1.4],
    ['Leeds', 53.8, -1.55, 0.9],
    ['Glasgow', 55.86, -4.25, 1.2],
    ['Edinburgh', 55.95, -3.19, 0.9],
  ]),
  ...of('IE', 'Europe/Dublin', 'EUR', 'en', [
    ['Dublin', 53.35, -6.26, 1.2],
    ['Cork', 51.9, -8.47, 0.6],
    ['Galway', 53.27, -9.05, 0.6],
  ]),
  ...of('DE', 'Europe/Berlin', 'EUR', 'de', [
    ['Berlin', 52.52, 13.4, 2],
    ['Hamburg', 53.55, 9.99, 1.3],
    ['Cologne', 50.94, 6.96, 1.1],
    ['Munich', 48.14, 11.58, 1.1],
    ['Leipzig', 51.34, 12.37, 0.8],
  ]),
  ...of('AT', 'Europe/Vienna', 'EUR', 'de', [['Vienna', 48.21, 16.37, 1.1]]),
  ...of('NL', 'Europe/Amsterdam', 'EUR', 'nl', [
    ['Amsterdam', 52.37, 4.9, 1.3],
    ['Rotterdam', 51.92, 4.48, 0.8],
    ['Utrecht', 52.09, 5.12, 0.8],
  ]),
  ...of('BE', 'Europe/Brussels', 'EUR', 'fr', [
    ['Brussels', 50.85, 4.35, 1.1],
    ['Antwerp', 51.22, 4.4, 0.8],
  ]),
  ...of('FR', 'Europe/Paris', 'EUR', 'fr', [
    ['Paris', 48.86, 2.35, 2.1],
    ['Lyon', 45.76, 4.84, 0.9],
    ['Nantes', 47.22, -1.55, 0.7],
  ]),
  ...of('ES', 'Europe/Madrid', 'EUR', 'es', [
    ['Madrid', 40.42, -3.7, 1.5],
    ['Barcelona', 41.39, 2.17, 1.5],
    ['Valencia', 39.47, -0.38, 0.8],
  ]),
  ...of('PT', 'Europe/Lisbon', 'EUR', 'pt', [
    ['Lisbon', 38.72, -9.14, 1],
    ['Porto', 41.15, -8.61, 0.8],
  ]),
  ...of('IT', 'Europe/Rome', 'EUR', 'it', [
    ['Milan', 45.46, 9.19, 1.2],
    ['Bologna', 44.49, 11.34, 0.8],
    ['Rome', 41.9, 12.5, 1.2],
  ]),
  ...of('FI', 'Europe/Helsinki', 'EUR', 'en', [['Helsinki', 60.17, 24.94, 0.8]]),
];

const byName = new Map(cities.map((city) => [city.name, city]));

/** @throws Error for a city that is not in the list */
export function cityNamed(name: string): City {
  const city = byName.get(name);
  if (!city) throw new Error(`no city "${name}" in the simulator's list`);
  return city;
}

export const isAmerican = (city: City): boolean => city.country === 'US';

/** Kilometres on the great circle (haversine). */
export function distance(a: City, b: City): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.latitude - a.latitude) * rad) / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(((b.longitude - a.longitude) * rad) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(h));
}
