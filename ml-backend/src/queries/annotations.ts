import { Type } from 'typebox';
import { frame, noData, stringField, tableMeta, timeField } from '../frames/frame.ts';
import type { Notice } from '../frames/frame.ts';
import { annotationsOf } from './annotationRows.ts';
import { collectCareer } from './career.ts';
import { requireArtists } from './lookup.ts';
import { artistsParam, asOfParam } from './params.ts';
import { defineQuery } from './type.ts';

const allKinds = ['milestone', 'release', 'unusual', 'tour', 'show', 'goal', 'stage'] as const;
const usualKinds = ['milestone', 'release', 'unusual'] as const;
/** More lines than this hide the graph that they explain. */
const mostAnnotations = 2_000;

export const annotationsQuery = defineQuery({
  name: 'annotations',
  title: 'Annotations',
  help: 'Milestones, releases and unusual years as marks on any graph; tours, shows, goals and stages too.',
  formats: ['table'],
  params: Type.Object(
    {
      artists: artistsParam,
      kinds: Type.Array(Type.Enum([...allKinds]), {
        title: 'Kinds',
        description: 'What to mark; empty means milestones, releases and unusual years',
        default: [...usualKinds],
        maxItems: allKinds.length,
        uniqueItems: true,
        'x-multi': true,
      }),
      asOf: asOfParam,
    },
    { additionalProperties: false }
  ),
  frames: [
    {
      name: 'annotations',
      says: 'one row a mark that touches the time range, by time; as Grafana’s annotations take it',
      fields: [
        { name: 'time', type: 'time', says: 'start' },
        { name: 'timeEnd', type: 'time', says: 'end, empty for an instant or what is still going on' },
        { name: 'title', type: 'string', says: 'what it is called, with the artist where there are several' },
        { name: 'text', type: 'string', says: 'what else there is to say' },
        { name: 'tags', type: 'string', says: 'kind, state and artist, between commas' },
        { name: 'id', type: 'string', says: 'the same for the same mark whenever it is asked for' },
      ],
    },
  ],
  async run({ params, read, asOf, now, timeRange, maxDataPoints }) {
    const kinds = params.kinds.length ? params.kinds : usualKinds;
    const { artists, items } = await read(async (tx) => {
      const artists = await requireArtists(tx, params.artists);
      return { artists, ...(await collectCareer(tx, { artists, kinds, asOf, now, timeRange })) };
    });
    const all = annotationsOf(items, artists, timeRange);
    const most = Math.min(mostAnnotations, maxDataPoints);
    const rows = all.slice(-most);
    const left = all.length - rows.length;
    if (rows.length === 0)
      return [noData('annotations', [{ severity: 'info', text: 'Nothing to mark in this time range.' }])];
    const notices: Notice[] = left
      ? [
          {
            severity: 'warning',
            text: `The ${left} earliest marks are left out; choose fewer kinds or a shorter time range.`,
          },
        ]
      : [];
    const column = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key]);
    const fields = [
      timeField('time', column('time'), { nullable: false }),
      timeField('timeEnd', column('timeEnd'), { nullable: true }),
      stringField('title', column('title'), { nullable: false }),
      stringField('text', column('text'), { nullable: false }),
      stringField('tags', column('tags'), { nullable: false }),
      stringField('id', column('id'), { nullable: false }),
    ];
    return [frame('annotations', fields, { ...tableMeta, ...(notices.length && { notices }) })];
  },
});
