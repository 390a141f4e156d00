import type { Day } from './calendar.ts';
import { dayMs, dayOf, monthOf, ms, weekday, yearOf } from './calendar.ts';
import { expectedListeners } from './growth.ts';
import type { City } from './places.ts';
import { cities, distance, isAmerican } from './places.ts';
import type { PlannedShow } from './planned.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import type { Release } from './types.ts';

/** Share of the days of a tour on which there is a show, Monday first. */
const showDays = [0.5, 0.56, 0.58, 0.6, 0.95, 0.98, 0.68];
const startMonths = [0.4, 0.5, 0.8, 0.8, 0.9, 0.5, 0.5, 0.5, 2, 2.7, 0.4, 0];

/** Blocks of shows on the road: after a record, and one or two a year once there is an audience elsewhere. */
export function planTours(profile: Profile, releases: readonly Release[]): PlannedShow[] {
  if (profile.functions) return [];
  const random = profile.chance('tours');
  const shows: PlannedShow[] = [];
  let free = profile.from + 60;
  for (let year = yearOf(profile.from); year <= yearOf(profile.to) + 1; year++) {
    for (const start of startsIn(profile, year, releases, random)) {
      if (start.day < free) continue;
      const leg = makeTour(profile, start, random);
      shows.push(...leg);
      free = (leg.at(-1)?.day ?? start.day) + 50;
    }
  }
  return shows;
}

interface TourStart {
  day: Day;
  name: string;
}

function startsIn(profile: Profile, year: number, releases: readonly Release[], random: Random): TourStart[] {
  if (profile.flagship) return habitualStarts(profile, year, releases, random);
  const listeners = expectedListeners(profile, dayOf(year, 3, 1));
  const starts: TourStart[] = releases
    .filter(({ occurredAt, type }) => yearOf(occurredAt / dayMs) === year && (type === 'album' || type === 'ep'))
    .filter(({ type }) => listeners > (type === 'album' ? 600 : 2500))
    .map(({ occurredAt, title }) => ({
      day: inSeason(occurredAt / dayMs + random.int(12, 40), random),
      name: `${title} Tour`,
    }));
  const mean = listeners < 900 ? 0.1 : listeners < 6000 ? 0.6 : listeners < 60_000 ? 1.2 : 1.7;
  for (let n = Math.min(2, random.poisson(Math.max(0, mean - 0.6 * starts.length))); n > 0; n--) {
    const month = random.weighted([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], (m) => startMonths[m]!);
    const day = dayOf(year, month, random.int(1, 25));
    starts.push({ day, name: tourName(year, month, random) });
  }
  return starts.sort((a, b) => a.day - b.day);
}

/** The first artist goes out each autumn, and each spring once there is an audience; a new record gives its name. */
function habitualStarts(profile: Profile, year: number, releases: readonly Release[], random: Random): TourStart[] {
  const first = yearOf(profile.from);
  const seasons = [
    { season: 'Spring', day: dayOf(year, 3, 4 + random.int(0, 6)), from: first + 3 },
    { season: 'Autumn', day: dayOf(year, 9, 1 + random.int(0, 6)), from: first + 1 },
  ];
  return seasons
    .filter(({ from }) => year >= from)
    .map(({ season, day }) => {
      const record = releases.findLast(
        ({ type, occurredAt }) =>
          (type === 'album' || type === 'ep') && occurredAt < ms(day) && occurredAt > ms(day - 180)
      );
      return { day, name: record ? `${record.title} Tour` : `${season} Tour ${year}` };
    });
}

/** Nobody sets out between late November and mid-January, and most who have a record in summer wait for autumn. */
function inSeason(day: Day, random: Random): Day {
  const year = yearOf(day + 40);
  if (day > dayOf(year - 1, 10, 20) && day < dayOf(year, 0, 15)) return dayOf(year, 1, 1) + random.int(0, 100);
  const summer = monthOf(day) >= 4 && monthOf(day) <= 7;
  return summer && random.chance(0.4) ? dayOf(yearOf(day), 8, 8) + random.int(0, 35) : day;
}

function tourName(year: number, month: number, random: Random): string {
  const season = [
    'Winter',
    'Winter',
    'Spring',
    'Spring',
    'Spring',
    'Summer',
    'Summer',
    'Summer',
    'Autumn',
    'Autumn',
    'Autumn',
    'Winter',
  ];
  return random.pick([
    `${season[month]!} Tour ${year}`,
    `Small Rooms ${year}`,
    `On the Road ${year}`,
    `Back Roads ${year}`,
    `${season[month]!} Nights ${year}`,
  ]);
}

function makeTour(profile: Profile, { day, name }: TourStart, random: Random): PlannedShow[] {
  const listeners = expectedListeners(profile, day);
  const length = Math.round(
    Math.min(38, 6 + 3.4 * Math.log10(Math.max(300, listeners) / 100) ** 1.55) * random.factor(0.22)
  );
  const stops = route(profile, listeners, length, random);
  const bookedFrom = day - (profile.flagship ? random.int(190, 240) : random.int(95, 210));
  const shows: PlannedShow[] = [];
  let date = Math.round(day);
  for (const city of stops) {
    while (!random.chance(showDays[weekday(date)]!)) date++;
    // Most dates are announced together, some are added when the first ones sell.
    const added = random.chance(0.2) ? random.int(10, 60) : 0;
    shows.push({ day: date, city, kind: 'tour', tour: name, bookedOn: Math.min(date - 7, bookedFrom + added) });
    date++;
  }
  return monthOf(day) === 11 && shows.length < 3 ? [] : shows;
}

/** Cities in the order of the road: always on to the nearest that is left; a big act plays both continents. */
function route({ city: home }: Profile, listeners: number, length: number, random: Random): City[] {
  const reach = listeners > 32_000 ? Infinity : 700 + 1400 * Math.log10(Math.max(200, listeners) / 100);
  const candidates = cities.filter(
    (city) => distance(home, city) < reach && (isAmerican(city) === isAmerican(home) || listeners > 32_000)
  );
  const chosen: City[] = [];
  const left = new Set(candidates);
  while (chosen.length < length && left.size > 0) {
    const next = random.weighted(
      [...left],
      (city) => city.scene / (250 + distance(home, city)) ** (listeners > 8000 ? 0.5 : 1.1)
    );
    left.delete(next);
    chosen.push(next);
    // Two nights where much goes on.
    if (listeners > 30_000 && city2nights(next, random) && chosen.length < length) chosen.push(next);
  }
  return inOrder(home, chosen);
}

const city2nights = (city: City, random: Random) => city.scene > 1.5 && random.chance(0.35);

function inOrder(from: City, stops: readonly City[]): City[] {
  const left = [...stops];
  const ordered: City[] = [];
  for (let here = from; left.length > 0; here = ordered.at(-1)!) {
    let nearest = 0;
    for (let i = 1; i < left.length; i++) if (distance(here, left[i]!) < distance(here, left[nearest]!)) nearest = i;
    ordered.push(...left.splice(nearest, 1));
  }
  return ordered;
}
