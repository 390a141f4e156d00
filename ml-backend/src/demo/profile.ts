import type { Day } from './calendar.ts';
import { dayOf, monthOf, yearOf } from './calendar.ts';
import type { City } from './places.ts';
import { cityNamed } from './places.ts';
import { Random } from './random.ts';
import type { Genre } from './roster.ts';
import { billingOf, firstNames, lastNames } from './roster.ts';
import type { Traits } from './traits.ts';
import { makeTraits } from './traits.ts';
import type { Member } from './types.ts';
import { slugOf } from './words.ts';
import type { World } from './world.ts';

/** What an artist is before anything happens. */
export interface Profile {
  index: number;
  slug: string;
  name: string;
  genre: Genre;
  city: City;
  members: Member[];
  startedOn: Day;
  /** First and last day that is simulated as history. */
  from: Day;
  to: Day;
  /** Monthly listeners that this artist can reach, and the share that is there on the first day. */
  potential: number;
  firstShare: number;
  /** Monthly growth of a small audience. */
  growth: number;
  /** Skill on the first day and at its best, 0 to 1. */
  skill: number;
  skillLimit: number;
  /** How steadily people come back, 0 to 1. */
  loyalty: number;
  /** Factor on the number of shows. */
  busy: number;
  /** Plays weddings and town fairs for a fee rather than to an audience of its own. */
  functions: boolean;
  flagship: boolean;
  incidents: number;
  traits: Traits;
  chance(part: string): Random;
}

export interface CareerOptions {
  years: number;
  /** Last day of history; what is known at its first moment is in the career. */
  end: Day;
  /** Factor on the number of injected anomalies and change points, and on luck and mishaps; 0 makes quiet careers. */
  incidents?: number;
}

const roles: Partial<Record<Genre, string[]>> = {
  jazz: ['piano', 'double bass', 'drums', 'saxophone', 'guitar'],
  classical: ['violin', 'violin', 'viola', 'cello', 'piano'],
  electronic: ['production', 'keyboards', 'vocals', 'drums', 'guitar'],
  'hip-hop': ['vocals', 'production', 'bass', 'drums', 'keyboards'],
  folk: ['vocals and guitar', 'fiddle', 'accordion', 'bouzouki', 'bodhrán'],
};
const usual = ['vocals and guitar', 'drums', 'bass', 'keyboards', 'guitar'];
const soloRoles: Partial<Record<Genre, string>> = { classical: 'piano', electronic: 'production' };

/** Who an artist is; the first one of a roster has a career worth opening with. */
export function makeProfile(world: World, index: number, { years, end, incidents = 1 }: CareerOptions): Profile {
  const chance = (part: string) => new Random(world.seed, 'artist', index, part);
  const random = chance('profile');
  const { name, genre, city, members } = billingOf(world.order, index, random);
  const flagship = index === 0;
  const window = dayOf(yearOf(end) - years, monthOf(end), 1);
  const age = ageOf(index, years, random);
  const startedOn = flagship ? window : Math.round(end - age * 365.25);
  const from = Math.max(window, startedOn);
  /** Years that are over when the history begins. */
  const past = (from - startedOn) / 365.25;
  const rank = flagship ? 0.93 : (0.37 + index * 0.6180339887) % 1;
  const functions = genre === 'covers';
  const growth = random.between(0.014, 0.03);
  const skillLimit = flagship ? 0.9 : Math.min(0.97, 0.5 + 0.12 * rank + random.beta(0.5, 5) * 0.4);
  const loyalty = random.beta(flagship ? 0.7 : 0.5, 6);
  return {
    index,
    slug: slugOf(name),
    name,
    genre,
    city: cityNamed(city),
    members: makeMembers(name, genre, members, startedOn, end, random),
    startedOn,
    from,
    to: end,
    potential: flagship ? 48_000 : functions ? random.between(200, 900) : potentialOf(rank, (end - from) / 365.25),
    firstShare: flagship ? 0.007 : shareAt(past, growth, random),
    growth: flagship ? 0.075 : growth,
    skill: skillLimit * (flagship ? 0.35 : Math.min(0.9, 0.4 + 0.05 * past)),
    skillLimit,
    loyalty,
    busy: flagship ? 2 : functions ? 2.1 : random.factor(0.2),
    functions,
    flagship,
    incidents,
    traits: makeTraits(chance('traits'), { loyalty, flagship }),
    chance,
  };
}

/** Years since the first show. One career in twenty is too short for two seasons; most are older than the data. */
const ageOf = (index: number, years: number, random: Random): number =>
  index === 0 ? years : index % 20 === 13 ? random.between(1.2, 2.4) : random.between(6.4, 17);

/** What an audience gains in a year even when it is there, by luck and records; see following.ts. */
const gainPerYear = 0.055;

/** Listeners within reach over a roster: even up to the middle, then two Pareto tails, the second one steeper. */
const reach = { least: 1100, middle: 2250, large: 70_000, most: 2_400_000, tail: 0.64, steep: 0.9 };

/** @param rank place in the roster from 0 to 1; years: simulated ones, in which the audience will have grown to this */
function potentialOf(rank: number, years: number): number {
  const { least, middle, large, most, tail, steep } = reach;
  const above = 2 * (1 - rank);
  const aboveLarge = Math.pow(large / middle, -tail);
  const now =
    rank < 0.5
      ? least * Math.pow(middle / least, 2 * rank)
      : above > aboveLarge
        ? middle * Math.pow(above, -1 / tail)
        : large * Math.pow(above / aboveLarge, -1 / steep);
  return Math.min(most, now) * Math.exp(-gainPerYear * years);
}

/** Share of the reachable audience that is there after so many years. */
function shareAt(years: number, growth: number, random: Random): number {
  const first = random.between(0.05, 0.15);
  return 1 / (1 + (1 / first - 1) * Math.exp(-growth * 12 * years));
}

function makeMembers(name: string, genre: Genre, count: number, startedOn: Day, end: Day, random: Random): Member[] {
  const solo = /^(the |.* (and|of) |.*(quartet|trio|quintet|band|club|revue)\b)/i.test(name) ? undefined : name;
  const isPerson = solo !== undefined && firstIsName(name);
  const parts = roles[genre] ?? usual;
  const surnames = random.shuffle(lastNames);
  const given = random.shuffle(firstNames);
  return Array.from({ length: count }, (_, i) => {
    const person = i === 0 && isPerson ? name : `${given[i]!} ${surnames[i]!}`;
    const joined = i === 0 ? startedOn : startedOn + Math.round(random.next() * (count > 3 ? 700 : 200));
    return {
      slug: slugOf(person),
      name: person,
      role: count === 1 ? (soloRoles[genre] ?? 'vocals and guitar') : parts[i % parts.length]!,
      joinedOn: Math.min(joined, end - 30),
      leftOn: null,
    };
  });
}

const people = new Set(
  (
    'Ada Amina Calla Chloe Cora Dagny Delphine Devon Elio Emil Finn Hana Ines Jonah Kofi Lena Marcus Maren Mira Odette Rosa ' +
    'Sofia Theo Yara Zoe'
  ).split(' ')
);
const firstIsName = (name: string) => people.has(name.split(' ')[0]!) || firstNames.includes(name.split(' ')[0]!);
