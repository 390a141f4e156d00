import type { Random } from './random.ts';

export const genres = [
  'indie folk',
  'folk',
  'singer-songwriter',
  'indie rock',
  'alternative',
  'indie pop',
  'pop',
  'soul',
  'hip-hop',
  'electronic',
  'metal',
  'punk',
  'country',
  'americana',
  'blues',
  'jazz',
  'latin',
  'world',
  'classical',
  'covers',
] as const;
export type Genre = (typeof genres)[number];

export interface Billing {
  name: string;
  genre: Genre;
  city: string;
  members: number;
}

const rows: Array<[name: string, genre: Genre, city: string, members: number]> = [
  ['Ada Marlowe', 'indie folk', 'Portland', 4],
  ['Alder and Wren', 'folk', 'Bristol', 2],
  ['Amina Diallo Quartet', 'jazz', 'Paris', 4],
  ['Ashgrove Parade', 'indie rock', 'Leeds', 4],
  ['Backlit Saints', 'alternative', 'Chicago', 4],
  ['Bellweather', 'pop', 'London', 3],
  ['Blackwater Signal', 'metal', 'Glasgow', 5],
  ['Blue Hour Assembly', 'jazz', 'Berlin', 5],
  ['Bonfire Season', 'americana', 'Nashville', 5],
  ['Brass Lantern Club', 'soul', 'New Orleans', 5],
  ['Calla Voss', 'electronic', 'Hamburg', 1],
  ['Camino Vivo', 'latin', 'Madrid', 5],
  ['Carrow Lane', 'indie rock', 'Manchester', 4],
  ['Cedar Falls Radio', 'americana', 'Minneapolis', 4],
  ['Chloe Okafor', 'soul', 'London', 3],
  ['City of Kites', 'indie rock', 'Seattle', 4],
  ['Cobalt Youth', 'punk', 'Philadelphia', 3],
  ['Cora Lindqvist', 'singer-songwriter', 'Helsinki', 1],
  ['Dagny Holt', 'folk', 'Edinburgh', 2],
  ['Delphine Arnaud', 'pop', 'Lyon', 2],
  ['Devon Okoye', 'hip-hop', 'Atlanta', 2],
  ['Dust and Daylight', 'country', 'Austin', 4],
  ['Eastbank', 'hip-hop', 'Rotterdam', 3],
  ['Elio Conti', 'jazz', 'Bologna', 3],
  ['Ember Lake', 'metal', 'Denver', 4],
  ['Emil Saarinen Trio', 'jazz', 'Helsinki', 3],
  ['Faded Postcards', 'indie pop', 'Brighton', 4],
  ['Fern Hollow', 'folk', 'Asheville', 3],
  ['Finn Gallagher', 'singer-songwriter', 'Galway', 1],
  ['Gable and Thorn', 'alternative', 'Boston', 4],
  ['Glasswing', 'electronic', 'Amsterdam', 2],
  ['Golden Mile', 'blues', 'Chicago', 4],
  ['Hana Petrov', 'classical', 'Vienna', 1],
  ['Harbour Lights Ceilidh Band', 'covers', 'Glasgow', 5],
  ['Hollow Pines', 'metal', 'Leipzig', 4],
  ['Ines Carvalho', 'world', 'Lisbon', 3],
  ['Iron Meridian', 'metal', 'Birmingham', 5],
  ['Jonah Pike', 'country', 'Nashville', 3],
  ['Juniper Static', 'indie rock', 'Detroit', 4],
  ['Kestrel Road', 'americana', 'Dublin', 4],
  ['Kofi Mensah', 'world', 'London', 5],
  ['Lark Street Revue', 'covers', 'Washington', 5],
  ['Lena Fischer', 'singer-songwriter', 'Cologne', 1],
  ['Low Tide Society', 'indie pop', 'San Francisco', 4],
  ['Luz del Puerto', 'latin', 'Valencia', 4],
  ['Magnolia Grey', 'blues', 'Atlanta', 3],
  ['Marcus Bell', 'hip-hop', 'New York', 1],
  ['Maren Visser', 'pop', 'Utrecht', 2],
  ['Midnight Cartography', 'electronic', 'Berlin', 2],
  ['Mira Castellano', 'pop', 'Barcelona', 3],
  ['Nightjar Avenue', 'electronic', 'Bristol', 2],
  ['North Quay', 'indie rock', 'Cork', 4],
  ['Odette Laurent', 'singer-songwriter', 'Brussels', 2],
  ['Paper Almanac', 'indie pop', 'Los Angeles', 4],
  ['Quiet Engines', 'electronic', 'Antwerp', 2],
  ['Red Clay Brothers', 'country', 'Austin', 3],
  ['Rosa Ferreira', 'world', 'Porto', 3],
  ['Salt and Signal', 'punk', 'Hamburg', 3],
  ['Silver Birch Quintet', 'classical', 'Munich', 5],
  ['Sofia Marchetti', 'pop', 'Milan', 2],
  ['Stray Voltage', 'punk', 'New York', 3],
  ['Tallow Street', 'metal', 'Leeds', 4],
  ['The Copper Kettles', 'covers', 'Dublin', 4],
  ['The Long Weekenders', 'covers', 'Los Angeles', 4],
  ['Theo Bramwell', 'jazz', 'London', 3],
  ['Velvet Antler', 'alternative', 'Seattle', 4],
  ['Wildwood Theory', 'indie folk', 'Denver', 4],
  ['Yara Haddad', 'world', 'Paris', 4],
  ['Zoe Kessler', 'electronic', 'Vienna', 1],
];

const billings: readonly Billing[] = rows.map(([name, genre, city, members]) => ({ name, genre, city, members }));

export const firstNames: readonly string[] = (
  'Adam Aisha Alice Anton Beatriz Ben Bianca Callum Carlos Clara Daniel Deborah Diego Elena Elliot Esther Felix Freya ' +
  'Gabriel Grace Hannah Hugo Imani Iris Jamal Joanna Jonas Julia Kai Katrin Laura Leo Lucia Malik Marta Mateo Nadia Nico ' +
  'Nora Oscar Paula Pedro Priya Rafael Rebecca Rosie Samuel Sara Simon Tamara Tessa Thomas Valentina Victor Willa Yusuf'
).split(' ');

export const lastNames: readonly string[] = (
  'Abbott Acheampong Almeida Ansari Barros Baxter Bergman Brandt Calloway Castro Cole Costa Dubois Eriksson Farrell Ferrari ' +
  'Finch Garner Gomez Haas Hartley Hendricks Ibarra Ivers Jansen Keane Keller Kowalski Lambert Langley Leclerc Mackay Marin ' +
  'Mendez Moreau Navarro Nielsen Novak Ofori Olsen Palmer Peters Quinn Ramos Reid Romano Sandoval Santos Schreiber Sharma ' +
  'Sinclair Stone Tanaka Tierney Ulrich Vega Wallis Weber Whitlock Yates'
).split(' ');

/** How many different artists the simulator can name. */
export const mostArtists = 1000;

/** Who is billed as number `index`: number 0 is the same for every seed, the others are drawn. */
export function billingOf(order: readonly number[], index: number, random: Random): Billing {
  const fixed = billings[order[index] ?? -1];
  if (fixed) return fixed;
  const n = index - billings.length;
  const name = `${firstNames[n % firstNames.length]!} ${lastNames[(n * 7 + Math.floor(n / firstNames.length)) % lastNames.length]!}`;
  const model = random.pick(billings.slice(1));
  return { name, genre: model.genre, city: random.pick(billings).city, members: random.int(1, 4) };
}

/** The order in which names are given out for a seed. */
export const billingOrder = (random: Random): number[] => [0, ...random.shuffle(billings.map((_, i) => i).slice(1))];
