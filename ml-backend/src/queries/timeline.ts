import { Type } from 'typebox';
import { frame, noData } from '../frames/frame.ts';
import type { FrameMeta } from '../frames/frame.ts';
import { careerKinds, collectCareer } from './career.ts';
import { requireArtists } from './lookup.ts';
import { artistsParam, asOfParam } from './params.ts';
import { defineQuery } from './type.ts';

// Explore draws it with our panel where that is installed.
const typed: FrameMeta = {
  type: 'table',
  typeVersion: [0, 1],
  preferredVisualisationPluginId: 'encore-careertimeline-panel',
};

export const timelineQuery = defineQuery({
  name: 'timeline',
  title: 'Career timeline',
  help: 'Everything that happened and is due: stages, tours, shows, releases, milestones, goals, unusual years.',
  formats: ['table'],
  params: Type.Object(
    {
      artists: artistsParam,
      kinds: Type.Array(Type.Enum([...careerKinds]), {
        title: 'Kinds',
        description: 'Empty means all kinds',
        default: [],
        maxItems: careerKinds.length,
        'x-multi': true,
      }),
      asOf: asOfParam,
    },
    { additionalProperties: false }
  ),
  frames: [
    {
      name: careerKinds.join(' | '),
      says: 'one frame a kind, the whole career whatever the time range, so that a panel can zoom without asking again',
      fields: [
        { name: 'time', type: 'time', says: 'start; empty for a show whose date nobody knows' },
        { name: 'timeEnd', type: 'time', says: 'end, empty for an instant' },
        { name: 'title', type: 'string', says: 'what it is called' },
        {
          name: 'state',
          type: 'string',
          says: 'tour or residency; played, booked, cancelled, nosetlist; album, live, …; open, at-risk, reached, missed; above, below',
        },
        { name: 'group', type: 'string', says: 'the tour of a show' },
        { name: 'ongoing', type: 'boolean', says: 'still going on' },
        { name: 'value', type: 'number', says: 'shows of a tour, number of a milestone' },
        {
          name: 'chance',
          type: 'number',
          says: 'of an open goal, 0 to 1, where a stored monthly forecast tells it; at risk is below 0.35',
        },
        { name: 'artist', type: 'string', says: 'who' },
      ],
    },
  ],
  async run({ params: { artists: slugs, kinds }, read, asOf, now, timeRange }) {
    const { artists, items, until } = await read(async (tx) => {
      const artists = await requireArtists(tx, slugs);
      return { artists, ...(await collectCareer(tx, { artists, kinds, asOf, now, timeRange })) };
    });
    const meta: FrameMeta = {
      custom: {
        encore: 'timeline',
        subject: artists.length === 1 ? artists[0]!.name : `${artists.length} artists`,
        asOf: until,
      },
    };
    const filled = items.filter(({ rows }) => rows > 0);
    if (filled.length === 0)
      return [
        noData('timeline', [{ severity: 'info', text: 'Nothing has happened yet: import gigs to begin.' }], meta),
      ];
    const notices = items.flatMap((kind) => kind.notices);
    return filled.map(({ kind, fields }, index) =>
      frame(kind, fields, { ...typed, ...(index === 0 && { ...meta, notices }) })
    );
  },
});
