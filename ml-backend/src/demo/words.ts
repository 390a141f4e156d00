import type { Language } from './places.ts';
import type { Random } from './random.ts';

const split = (text: string): readonly string[] => text.split(' ');

const adjectives = split(
  'Amber Borrowed Broken Burning Cold Common Copper Crooked Distant Early Empty Familiar Fading Gentle Golden Half-Lit Hollow ' +
    'Hungry Last Late Little Lonely Long Midnight Narrow New Northern Old Open Pale Paper Patient Quiet Restless Second Silver Slow ' +
    'Small Southern Steady Strange Sudden Tender Unsent Velvet Wild Winter'
);
const nouns = split(
  'Almanac Anchor Ashes August Avenue Balcony Bridge Cathedral Chorus Coast Compass December Delta Distance Echo Ember Evening ' +
    'Ferry Field Fire Garden Ghost Glass Gravity Harbour Highway Holiday Honey Horizon House Island January Kitchen Ladder Lantern ' +
    'Letter Light Machine Map Mercy Mirror Morning Motel Mountain November Ocean Orchard Paper Parade Radio Rain Railway River Room ' +
    'Salt Season Shadow Shelter Signal Silence Sparrow Station Stone Summer Sunday Telephone Thunder Tide Tuesday Valley Water ' +
    'Weather Window Winter Wire'
);
const verbs = split(
  'Running Waiting Falling Driving Dancing Coming Sleeping Walking Reaching Leaving Swimming Burning Singing'
);
const prepositions = split('Against Before Beyond Under Without Through Toward After Over');
const endings = [
  'for a While',
  'All Night',
  'Again',
  'in the Dark',
  'by Heart',
  'Back Home',
  'Before Dawn',
  'at Low Tide',
];

/** A title for a song or a record, from the same few shapes that real ones have. */
export function title(random: Random): string {
  const noun = () => random.pick(nouns);
  switch (random.int(0, 6)) {
    case 0:
      return `${random.pick(adjectives)} ${noun()}`;
    case 1:
      return `${noun()} of ${noun()}`;
    case 2:
      return `The ${random.pick(adjectives)} ${noun()}`;
    case 3:
      return `${random.pick(verbs)} ${random.pick(prepositions)} ${noun()}`;
    case 4:
      return `${random.pick(verbs)} ${random.pick(endings)}`;
    case 5:
      return `${noun()} and ${noun()}`;
    default:
      return noun();
  }
}

/** `count` different titles. */
export function titles(random: Random, count: number, taken = new Set<string>()): string[] {
  const found: string[] = [];
  while (found.length < count) {
    const next = title(random);
    if (taken.has(next) || /^(\w+) and \1$|^(\w+) of \2$/.test(next)) continue;
    taken.add(next);
    found.push(next);
  }
  return found;
}

const standards =
  'Wedding March Reel;The Seven Bridges;Harvest Home;Moonlight Shuffle;Last Call Medley;Soul Train Medley;Eighties Medley;' +
  'Motown Set;First Dance Ballad;Disco Finale;Slow Dance Standard;Dinner Swing;Garden Party Samba;Country Two-Step;' +
  'Strip the Willow;Gay Gordons;Dashing White Sergeant;Orcadian Waltz;Northern Soul Set;Festive Medley';
/** What a function band plays. */
export const standardTitles: readonly string[] = standards.split(';');

const rooms: Record<Language, { small: string[]; large: string[] }> = {
  en: {
    small:
      'The Lantern;The Foundry;The Blue Door;Half Moon Rooms;The Old Mill;Sycamore Tavern;The Attic;Corner House;The Kiln;Fiddler’s Rest;The Signal Box;Wharf Nine;The Cellar Door;Parlour Street;The Loft;The Red Barn;Tin Roof;The Print Works'.split(
        ';'
      ),
    large:
      'Riverside Hall;The Assembly;Union Ballroom;Granary Theatre;The Orpheum House;Exchange Hall;Palace Rooms;The Meridian;Dockyard Arena;The Conservatory;Crown Theatre;Civic Auditorium'.split(
        ';'
      ),
  },
  de: {
    small:
      'Kulturkeller;Alte Weberei;Zum Anker;Das Lager;Kleine Bühne;Schalthaus;Hafenklang Stube;Kesselraum;Hinterhof;Nordlicht;Werkstatt 9;Die Laterne'.split(
        ';'
      ),
    large:
      'Stadthalle Nord;Große Weberei;Kulturhaus am Park;Lichtspielhaus;Festsaal West;Güterbahnhof Halle;Theater am Ufer;Messehalle 4'.split(
        ';'
      ),
  },
  fr: {
    small:
      'Le Hangar;La Péniche;Le Petit Quai;La Cave aux Étoiles;L’Atelier 12;Le Grenier;La Lanterne;Café du Canal;Le Sous-Sol;La Fabrique'.split(
        ';'
      ),
    large:
      'Théâtre du Quai;La Grande Halle;Salle des Lumières;Le Cirque;Palais des Ormes;Espace Rivoire;Le Zénith Sud;Opéra Populaire'.split(
        ';'
      ),
  },
  es: {
    small:
      'Sala Norte;El Sótano;Café Marisma;La Bodega;Sala Farol;El Taller;Club Alameda;La Azotea;El Patio;Sala Trece'.split(
        ';'
      ),
    large:
      'Teatro del Puerto;Sala Grande;Auditorio Levante;La Estación;Teatro Mayor;Palacio de la Música Nueva;Pabellón Sur;Coliseo'.split(
        ';'
      ),
  },
  it: {
    small:
      'Circolo Aurora;La Cantina;Officina 7;Il Magazzino;Bar Stella;Locanda Blu;Spazio Neon;Il Cortile;La Bottega;Sotto i Portici'.split(
        ';'
      ),
    large:
      'Teatro Nuovo;Auditorium Est;Sala Grande;Teatro dei Navigli;Arena del Parco;Palazzo Concerti;Il Deposito;Teatro Civico'.split(
        ';'
      ),
  },
  pt: {
    small:
      'Casa da Rua;O Armazém;Sala Azul;Café Maré;A Cave;Clube do Cais;O Sótão;Oficina;Bar do Largo;Casa Amarela'.split(
        ';'
      ),
    large:
      'Teatro da Ribeira;Coliseu Novo;Aula Grande;Teatro do Bairro;Pavilhão Norte;Cine Atlântico;Casa dos Concertos;Mercado Velho'.split(
        ';'
      ),
  },
  nl: {
    small:
      'De Werkplaats;Het Pakhuis;Café De Haven;De Kelder;Zaal 3;De Zolder;Het Sluishuis;Podium Oost;De Lantaarn;Bar Bolder'.split(
        ';'
      ),
    large:
      'De Grote Zaal;Stadstheater;Het Concertpaleis;Poppodium Noord;De Gashouder;Schouwburg Zuid;Havenhal;De Melkfabriek'.split(
        ';'
      ),
  },
};

/** Names for the rooms of one city, small ones first. */
export function roomNames(random: Random, language: Language, small: number, large: number): string[] {
  const { small: smallNames, large: largeNames } = rooms[language];
  return [...random.shuffle(smallNames).slice(0, small), ...random.shuffle(largeNames).slice(0, large)];
}

export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
