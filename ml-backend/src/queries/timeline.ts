import { Type } from 'typebox';
import { frame, noData } from '../frames/frame.ts';
import type { Artist } from '../store/artists.ts';
import { dataAsOf } from '../store/asOf.ts';
import { loadGoals, loadMilestones, loadReleases, loadStages } from '../store/career.ts';
import type { TenantTx } from '../store/connection.ts';
import { loadGigs } from '../store/gigs.ts';
import { requireArtists } from './lookup.ts';
import { artistsParam, asOfParam } from './params.ts';
import type { Items } from './timelineItems.ts';
import {
  goalItems,
  milestoneItems,
  releaseItems,
  showItems,
  stageItems,
  tourItems,
  unusualItems,
} from './timelineItems.ts';
import { defineQuery } from './type.ts';

const kinds = ['stage', 'tour', 'show', 'release', 'milestone', 'goal', 'unusual'] as const;

export const timelineQuery = defineQuery({
  name: 'timeline',
  title: 'Career timeline',
  help: 'Everything that happened and is due: stages, tours, shows, releases, milestones, goals, unusual years.',
  formats: ['table'],
  params: Type.Object(
    {
      artists: artistsParam,
      kinds: Type.Array(Type.Enum([...kinds]), {
        title: 'Kinds',
        description: 'Empty means all kinds',
        default: [],
        maxItems: kinds.length,
        'x-multi': true,
      }),
      asOf: asOfParam,
    },
    { additionalProperties: false }
  ),
  frames: [
    {
      name: kinds.join(' | '),
      says: 'one frame a kind, the whole career whatever the time range, so that a panel can zoom without asking again',
      fields: [
        { name: 'time', type: 'time', says: 'start; empty for a show whose date nobody knows' },
        { name: 'timeEnd', type: 'time', says: 'end, empty for an instant' },
        { name: 'title', type: 'string', says: 'what it is called' },
        {
          name: 'state',
          type: 'string',
          says: 'tour or residency; played, booked, cancelled, nosetlist; album, live, …; open, reached, missed; above, below',
        },
        { name: 'group', type: 'string', says: 'the tour of a show' },
        { name: 'ongoing', type: 'boolean', says: 'still going on' },
        { name: 'value', type: 'number', says: 'shows of a tour, number of a milestone' },
        { name: 'artist', type: 'string', says: 'who' },
      ],
    },
  ],
  async run({ params, read, asOf, now }) {
    const wanted = new Set<string>(params.kinds.length ? params.kinds : kinds);
    const { artists, items, until } = await read((tx) => collect(tx, params.artists, asOf, now));
    const frames = items
      .filter(({ kind, rows }) => wanted.has(kind) && rows > 0)
      .map(({ kind, fields }) => frame(kind, fields));
    const [first] = frames;
    if (!first)
      return [noData('timeline', [{ severity: 'info', text: 'Nothing has happened yet: import gigs to begin.' }])];
    first.schema.meta = {
      custom: { encore: 'timeline', subject: subject(artists), asOf: until },
      notices: items.flatMap(({ notices }) => notices),
    };
    return frames;
  },
});

async function collect(
  tx: TenantTx,
  slugs: string[],
  asOf: Date,
  now: Date
): Promise<{ artists: Artist[]; items: Items[]; until: number }> {
  const artists = await requireArtists(tx, slugs);
  const ids = artists.map(({ artistId }) => artistId);
  if (ids.length === 0) return { artists, items: [], until: now.getTime() };
  const gigs = await loadGigs(tx, ids, asOf);
  const until = await storyEnd(tx, artists, asOf, now);
  const items = [
    stageItems(artists, await loadStages(tx, ids, asOf)),
    tourItems(artists, gigs, until),
    showItems(artists, gigs),
    releaseItems(artists, await loadReleases(tx, ids, asOf)),
    milestoneItems(artists, await loadMilestones(tx, ids, asOf), gigs),
    goalItems(artists, await loadGoals(tx, ids, asOf), until),
    unusualItems(artists, gigs, until),
  ];
  return { artists, items, until };
}

/** "Now" in a career is where its data end. */
async function storyEnd(tx: TenantTx, artists: Artist[], asOf: Date, now: Date): Promise<number> {
  const ends = await dataAsOf(tx, artists, asOf);
  const end = Math.max(...[...ends.values()].map((until) => until.getTime()));
  return Number.isFinite(end) ? end : now.getTime();
}

const subject = (artists: Artist[]) => (artists.length === 1 ? artists[0]!.name : `${artists.length} artists`);
