import type { Field, Notice } from '../frames/frame.ts';
import { booleanField, numberField, stringField, timeField } from '../frames/frame.ts';
import type { Show } from '../insights/shows.ts';
import { countMilestones, findTours, isOneOff, unusualYears } from '../insights/shows.ts';
import type { Artist } from '../store/artists.ts';
import type { Milestone, Release, StagePeriod } from '../store/career.ts';
import type { Gig } from '../store/gigs.ts';
import { duplicateField, listedTwice, moneyUnit } from './gigs.ts';
import { riskyChance } from './goalChances.ts';
import type { JudgedGoal } from './goalChances.ts';

/** The fields of one kind of timeline item, before they become a frame. */
export interface Items {
  kind: string;
  rows: number;
  fields: Field[];
  notices: Notice[];
}

type Column<T> = (row: T) => string | number | boolean | null;

/** Rows into fields; a column that is empty in every row is left out unless it carries a role. */
function items<T extends { artistId: string }>(
  kind: string,
  artists: Artist[],
  rows: T[],
  columns: Record<string, readonly [Field['type'], Column<T>, Field['config']?]>
): Items {
  const names = new Map(artists.map(({ artistId, name }) => [artistId, name]));
  const slugs = new Map(artists.map(({ artistId, slug }) => [artistId, slug]));
  const all: typeof columns = {
    ...columns,
    artist: ['string', ({ artistId }) => names.get(artistId) ?? null],
    ...(artists.length > 1 && {
      artistId: ['string', ({ artistId }: T) => slugs.get(artistId) ?? null] as [Field['type'], Column<T>],
    }),
  };
  const fields = Object.entries(all).flatMap(([name, [type, read, config]]) => {
    const values = rows.map(read);
    if (!roles.has(name) && values.every((value) => value === null)) return [];
    return make[type](name, values as never, config ? { config } : {});
  });
  return { kind, rows: rows.length, fields, notices: [] };
}

const roles = new Set(['time', 'timeEnd', 'title', 'state']);
const make = { time: timeField, number: numberField, string: stringField, boolean: booleanField };

export const stageItems = (artists: Artist[], stages: StagePeriod[]): Items =>
  items('stage', artists, stages, {
    time: ['time', ({ start }) => start],
    timeEnd: ['time', ({ end }) => end],
    title: ['string', ({ stage }) => stage],
    ongoing: ['boolean', ({ end }) => end === null],
  });

/**
 * Shows that count for tours and records, by artist: dated, played or still booked; the date is all that a booking has.
 * Artists without any are left out.
 */
function showsOf(gigs: readonly Gig[], statuses: ReadonlyArray<Gig['status']>): Map<string, Show[]> {
  const shows = new Map<string, Show[]>();
  for (const { artistId, time, status, location, venue, city, country, tour } of gigs) {
    if (time === null || !statuses.includes(status)) continue;
    const own = shows.get(artistId);
    const show = { time, place: location ?? venue ?? '', city, country, tour };
    if (own) own.push(show);
    else shows.set(artistId, [show]);
  }
  return shows;
}

export function tourItems(artists: Artist[], gigs: readonly Gig[], until: number): Items {
  const rows = [...showsOf(gigs, ['played', 'booked'])].flatMap(([artistId, shows]) =>
    findTours(shows).map((tour) => ({ artistId, ...tour }))
  );
  return items('tour', artists, rows, {
    time: ['time', ({ start }) => start],
    timeEnd: ['time', ({ end }) => end],
    title: ['string', ({ name }) => name],
    state: ['string', ({ residency, start }) => (start > until ? 'planned' : residency ? 'residency' : 'tour')],
    value: ['number', ({ shows }) => shows, { displayName: 'Shows' }],
    cities: ['number', ({ cities }) => cities, { displayName: 'Cities' }],
    countries: ['number', ({ countries }) => countries || null, { displayName: 'Countries' }],
  });
}

export function showItems(artists: Artist[], gigs: Gig[]): Items {
  const withSetlist = gigs.filter(({ songs, status }) => status === 'played' && songs > 0).length;
  const setlistsAreUsual = withSetlist > gigs.length / 2;
  const state = ({ status, songs }: Gig) =>
    status === 'played' && songs === 0 && setlistsAreUsual ? 'nosetlist' : status;
  const unit = moneyUnit(gigs);
  const shows = items('show', artists, gigs, {
    time: ['time', ({ time }) => time],
    title: ['string', ({ venue, location }) => venue ?? location ?? 'Show'],
    group: ['string', ({ tour }) => (isOneOff(tour) ? null : tour)],
    state: ['string', state],
    city: ['string', ({ city }) => city, { displayName: 'City' }],
    country: ['string', ({ country }) => country, { displayName: 'Country' }],
    songs: ['number', ({ songs }) => songs || null, { displayName: 'Songs' }],
    heads: ['number', ({ heads }) => heads, { displayName: 'Attendance' }],
    capacity: ['number', ({ capacity }) => capacity, { displayName: 'Capacity' }],
    gross: ['number', ({ gross }) => gross, { displayName: 'Gross', ...unit }],
    // One unit tells the currency of all; where they differ each show tells its own.
    ...(!unit && {
      currency: [
        'string',
        ({ gross, currency }: Gig) => (gross === null ? null : currency),
        { displayName: 'Currency' },
      ] as const,
    }),
    id: ['string', ({ externalId }) => externalId],
  });
  if (listedTwice(gigs).includes(true)) shows.fields.push(duplicateField(gigs));
  shows.notices = dateNotices(gigs);
  return shows;
}

function dateNotices(gigs: readonly Gig[]): Notice[] {
  const undated = gigs.filter(({ time }) => time === null).length;
  const twice = listedTwice(gigs).filter(Boolean).length;
  return [
    ...(undated
      ? [{ severity: 'warning' as const, text: `${undated} ${undated === 1 ? 'show has' : 'shows have'} no date` }]
      : []),
    ...(twice
      ? [
          {
            severity: 'info' as const,
            text: `${twice} shows share date and place with another and may be listed twice; all are counted`,
          },
        ]
      : []),
  ];
}

export const releaseItems = (artists: Artist[], releases: Release[]): Items =>
  items('release', artists, releases, {
    time: ['time', ({ time }) => time],
    title: ['string', ({ title }) => title],
    state: ['string', ({ type }) => type],
  });

/** Milestones on record, and the round numbers of shows that the gigs themselves tell. */
export function milestoneItems(artists: Artist[], milestones: Milestone[], gigs: readonly Gig[]): Items {
  const counted = [...showsOf(gigs, ['played'])].flatMap(([artistId, shows]) =>
    countMilestones(shows).map((milestone) => ({ artistId, ...milestone }))
  );
  const known = new Set(milestones.map(({ artistId, title }) => `${artistId}|${title}`));
  const rows = [...milestones, ...counted.filter(({ artistId, title }) => !known.has(`${artistId}|${title}`))].sort(
    (a, b) => a.time - b.time
  );
  return items('milestone', artists, rows, {
    time: ['time', ({ time }) => time],
    title: ['string', ({ title }) => title],
    value: ['number', ({ value }) => value],
  });
}

export const goalItems = (artists: Artist[], goals: JudgedGoal[], until: number): Items =>
  items('goal', artists, goals, {
    time: ['time', ({ setOn }) => setOn],
    timeEnd: ['time', ({ deadline }) => deadline],
    title: ['string', ({ title }) => title],
    state: ['string', (goal) => goalState(goal, until)],
    chance: ['number', ({ chance }) => chance, { displayName: 'Chance', unit: 'percentunit' }],
    reachedAt: ['time', ({ reachedOn }) => reachedOn, { displayName: 'Reached' }],
    target: ['number', ({ target }) => target, { displayName: 'Target' }],
  });

function goalState({ status, deadline, chance }: JudgedGoal, until: number): string {
  if (status !== 'open') return status;
  if (deadline < until) return 'missed';
  return chance !== null && chance < riskyChance ? 'at-risk' : 'open';
}

export function unusualItems(artists: Artist[], gigs: readonly Gig[], until: number): Items {
  const rows = [...showsOf(gigs, ['played'])].flatMap(([artistId, shows]) =>
    unusualYears(shows, until).map((year) => ({ artistId, ...year }))
  );
  return items('unusual', artists, rows, {
    time: ['time', ({ year }) => Date.UTC(year, 0, 1)],
    timeEnd: ['time', ({ year }) => Date.UTC(year + 1, 0, 1) - 1],
    title: ['string', ({ year, shows, usual }) => `${year}: ${shows} shows, usual ${usual}`],
    state: ['string', ({ state }) => state],
    value: ['number', ({ shows }) => shows, { displayName: 'Shows' }],
    usual: ['number', ({ usual }) => usual, { displayName: 'Usual' }],
  });
}
