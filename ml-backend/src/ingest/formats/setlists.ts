import { setlistTarget } from '../../store/incomingSetlists.ts';
import { BadValue } from '../values/badValue.ts';
import type { Fact, FactContext, TableFormat, Row } from '../format.ts';
import { number, whole } from '../values/number.ts';
import { text, yesNo } from '../values/text.ts';

/**
 * Songs in the order in which they were played; the shows are imported before. A file has the whole setlist of every
 * show that occurs in it, so that a shorter one takes songs away.
 */
export const setlists: TableFormat = {
  name: 'setlists',
  title: 'Setlists',
  help: 'One row a song: gig_id (as in the gigs file), position, song; optionally encore, engagement (0 to 1).',
  target: setlistTarget,
  complete: { says: ['show', 'shows'], by: 'gig_id', named: 'gig_ref', column: 'gig_key', order: 'position' },
  columns: {
    gig_id: { title: 'gig_id', also: ['id', 'show_id', 'event_id'], required: true, key: true, read: text(200) },
    position: { title: 'position', also: ['pos', 'order', 'track'], required: true, key: true, read: whole(1, 1000) },
    song: { title: 'song', also: ['title', 'song_title', 'name'], required: true, read: text(300) },
    encore: { title: 'encore', read: yesNo },
    engagement: { title: 'engagement', read: number(0, 1) },
  },
  fact(row: Row, { now }: FactContext): Fact | BadValue {
    const lacks = ['gig_id', 'position', 'song'].find((key) => !row[key]);
    if (lacks) return new BadValue('IMPORT_MISSING_VALUE', 'must not be empty', lacks);
    const { position, encore, engagement, gig_id: gig_ref, song } = row;
    return {
      grain: 'day',
      occurredAt: null,
      knownAt: now.toISOString(),
      values: { position, encore, engagement, gig_ref, song },
    };
  },
};
