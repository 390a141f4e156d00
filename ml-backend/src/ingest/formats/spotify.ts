import { audienceTableTarget } from '../../store/incomingAudience.ts';
import { remember } from '../values/badValue.ts';
import type { BadValue } from '../values/badValue.ts';
import { anyDate } from '../values/date.ts';
import type { Fact, FactContext, TableFormat, Row } from '../format.ts';
import { missing, noMonth, notYet } from '../values/missing.ts';
import { whole } from '../values/number.ts';
import { atMidnight } from '../values/time.ts';

const metrics = ['listeners', 'streams', 'followers'] as const;
// The newest day of the page is two days old.
const lagDays = 2;

/**
 * The audience timeline of Spotify for Artists (Audience, Stats, download as CSV): one row a day.
 *
 *     date,listeners,streams,followers
 *     2024-05-01,412,1034,2210
 *
 * Every number is a reading of its own; a day and a metric are its natural key, so that a later download supersedes
 * what Spotify has counted anew. The file names no artist: all of it is the artist's that it is imported for.
 */
export const spotify: TableFormat = {
  name: 'spotify',
  title: 'Spotify for Artists, audience timeline',
  help: 'The CSV under Audience in Spotify for Artists, one row a day: date, listeners, streams, followers.',
  target: audienceTableTarget,
  recognise: (head) => (head.complete && head.known === 1 && head.has('listeners', 'streams') ? 1 : 0),
  columns: {
    date: { title: 'date', also: ['day'], required: true, key: true, evidence: 'date', read: remember(anyDate) },
    // A song's timeline has streams alone and would pass for all of the artist's.
    listeners: { title: 'listeners', required: true, read: whole(0, 1e12) },
    streams: { title: 'streams', required: true, read: whole(0, 1e13) },
    followers: { title: 'followers', read: whole(0, 1e12) },
  },
  fact,
};

function fact(row: Row, { knownAfter, today }: FactContext): readonly Fact[] | BadValue {
  const { date } = row;
  const fault = missing(row, 'date') ?? noMonth(date, 'date') ?? notYet(date!, today, 'date');
  if (fault) return fault;
  const said = metrics.filter((metric) => row[metric]);
  if (said.length === 0) return missing(row, 'streams')!;
  const occurredAt = atMidnight(date!);
  const knownAt = knownAfter(date!, lagDays);
  return said.map((metric) => ({
    grain: 'day',
    occurredAt,
    knownAt,
    key: metric,
    values: { platform: 'spotify', metric, value: row[metric] },
  }));
}
