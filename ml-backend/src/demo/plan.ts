import type { Day } from './calendar.ts';
import { dayOf, monthOf, weekday, yearOf } from './calendar.ts';
import { expectedListeners } from './growth.ts';
import type { City } from './places.ts';
import { cities, distance, isAmerican } from './places.ts';
import type { PlannedShow } from './planned.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import { planTours } from './tours.ts';
import type { Release } from './types.ts';

/** Months of club gigs, January first, around 1. */
export const clubSeason = [0.6, 0.85, 1, 1.05, 1.1, 1.1, 1.1, 1, 1.1, 1.25, 1.05, 0.9];
/** Single dates fill the months in which nobody tours. */
const singleSeason = [0.8, 0.83, 0.82, 0.98, 1.12, 1.3, 1.4, 1.2, 0.93, 0.87, 1.2, 1.48];
const functionSeason = [0.4, 0.5, 0.6, 0.8, 1.4, 1.6, 1.5, 1.5, 1.3, 0.8, 0.7, 1.5];
const festivalSeason = [0, 0, 0, 0.1, 0.5, 1.2, 1.6, 1.3, 0.5, 0, 0, 0];
/** Monday first; tours fill the rest of the week, so single dates lean to the weekend. */
const singleWeek = [0.07, 0.07, 0.07, 0.07, 0.215, 0.395, 0.11];
const functionWeek = [0.02, 0.02, 0.03, 0.07, 0.25, 0.47, 0.14];
const bookingAheadDays = 280;

/** All shows of a career and those that may be booked by its end, by day, at most one a day. */
export function planShows(profile: Profile, releases: readonly Release[]): PlannedShow[] {
  const taken = new Set<Day>();
  const shows: PlannedShow[] = [];
  const add = (show: PlannedShow) => {
    if (
      isHoliday(show.day) ||
      taken.has(show.day) ||
      show.day < profile.from ||
      show.day > profile.to + bookingAheadDays
    )
      return;
    taken.add(show.day);
    shows.push(show);
  };
  for (const show of planTours(profile, releases)) add(show);
  // Who is on the road plays nowhere else.
  for (const day of daysAway(shows)) taken.add(day);
  for (const show of planResidencies(profile)) add(show);
  const random = profile.chance('single shows');
  for (let year = yearOf(profile.from); year <= yearOf(profile.to + bookingAheadDays); year++) {
    const planned = shows.filter((show) => yearOf(show.day) === year).length;
    // Long tours leave less time for single shows, but never none.
    const wanted =
      Math.max(showsPerYear(profile, dayOf(year, 6, 1)) - planned, profile.flagship ? 26 : 5) * random.factor(0.12);
    for (let n = random.poisson(wanted); n > 0; n--) add(singleShow(profile, year, random));
  }
  return shows.filter(({ bookedOn }) => bookedOn < profile.to).sort((a, b) => a.day - b.day);
}

/** Nobody plays on Christmas Eve and the two days after it. */
const isHoliday = (day: Day) => monthOf(day) === 11 && Math.abs(day - dayOf(yearOf(day), 11, 25)) <= 1;

/** Every day from the first to the last show of each tour. */
function daysAway(tours: readonly PlannedShow[]): Day[] {
  const ends = new Map<string, [Day, Day]>();
  for (const { tour, day } of tours) {
    const [first, last] = ends.get(tour!) ?? [day, day];
    ends.set(tour!, [Math.min(first, day), Math.max(last, day)]);
  }
  return [...ends.values()].flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

function showsPerYear(profile: Profile, day: Day): number {
  if (profile.functions) return 26 * profile.busy;
  const size = Math.log10(Math.max(100, expectedListeners(profile, day)) / 100);
  return Math.min(110, (15 + 7.5 * size) * profile.busy);
}

function singleShow(profile: Profile, year: number, random: Random): PlannedShow {
  const kind = kindOfSingle(profile, random);
  const season = kind === 'function' ? functionSeason : kind === 'festival' ? festivalSeason : singleSeason;
  const month = random.weighted([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], (m) => season[m]!);
  const week = kind === 'function' ? functionWeek : singleWeek;
  const wanted = random.weighted([0, 1, 2, 3, 4, 5, 6], (d) => week[d]!);
  let day = dayOf(year, month, random.int(1, 28));
  while (weekday(day) !== wanted) day++;
  if (monthOf(day) !== month) day -= 7;
  const ahead = kind === 'club' ? random.between(14, 110) : random.between(40, 260);
  return {
    day,
    city: placeOfSingle(profile, random),
    kind: kind === 'club' ? 'single' : kind,
    tour: null,
    bookedOn: Math.round(day - ahead),
  };
}

function kindOfSingle({ functions, genre }: Profile, random: Random) {
  if (functions) return random.chance(0.8) ? 'function' : 'club';
  return random.chance(genre === 'classical' ? 0.12 : 0.07) ? 'festival' : 'club';
}

function placeOfSingle({ city, functions }: Profile, random: Random): City {
  if (random.chance(functions ? 0.75 : 0.5)) return city;
  const near = cities.filter((other) => isAmerican(other) === isAmerican(city) && other !== city);
  return random.weighted(near, (other) => other.scene / (120 + distance(city, other)) ** 1.4);
}

const residentDays = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

/** One night a week in one room for a season; a few artists do that. */
function planResidencies(profile: Profile): PlannedShow[] {
  const random = profile.chance('residency');
  const resident = profile.flagship || (profile.index % 7 === 3 && !profile.functions);
  if (!resident) return [];
  const years = Math.floor((profile.to - profile.from) / 365.25);
  const chosen = profile.flagship ? [2, 6] : [random.int(0, Math.max(0, years - 1))];
  return chosen.flatMap((nth) => {
    const year = yearOf(profile.from) + nth;
    const night = profile.flagship ? 2 : random.pick([0, 1, 2, 3, 6]);
    let day = dayOf(year, profile.flagship ? 0 : random.pick([0, 1, 8]), random.int(8, 20));
    while (weekday(day) !== night) day++;
    const nights = random.int(11, profile.flagship ? 12 : 16);
    const bookedOn = day - random.int(50, 90);
    return Array.from({ length: nights }, (_, i) => ({
      day: day + 7 * i,
      city: profile.city,
      kind: 'residency' as const,
      tour: `${residentDays[night]!} in ${profile.city.name} ${year}`,
      bookedOn,
    }));
  });
}
