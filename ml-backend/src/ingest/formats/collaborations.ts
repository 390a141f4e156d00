import { collaborationTarget } from '../../store/incomingCollaborations.ts';
import { remember } from '../values/badValue.ts';
import type { BadValue } from '../values/badValue.ts';
import { anyDate } from '../values/date.ts';
import type { Fact, FactContext, Row, TableFormat } from '../format.ts';
import { missing } from '../values/missing.ts';
import { byColumnsWith } from '../recognise.ts';
import { text } from '../values/text.ts';
import { atMidnight, lastDay } from '../values/time.ts';

/**
 * Works with other artists.
 *
 *     date,with,work,role
 *     2024-03-08,Nova Parade,Harbour Light,featured voice
 *
 * The other artist and the work are the natural key; date and role are what a later file may restate. An artist of the
 * same tenant is found by name or slug.
 */
export const collaborations: TableFormat = {
  name: 'collaborations',
  title: 'Collaborations',
  help: 'One row a work with another artist: date (a day or a month), with, work; optionally role.',
  target: collaborationTarget,
  recognise: byColumnsWith('with', 'other artist', 'collaborator'),
  columns: {
    date: {
      title: 'date',
      also: ['day', 'released', 'month'],
      required: true,
      evidence: 'date',
      read: remember(anyDate),
    },
    other_name: {
      title: 'with',
      also: ['artist', 'other artist', 'collaborator', 'partner', 'other'],
      required: true,
      read: text(300),
    },
    work: { title: 'work', also: ['title', 'song', 'track', 'project', 'release'], required: true, read: text(500) },
    role: { title: 'role', also: ['as', 'credit', 'part'], read: remember(text(200)) },
  },
  fact,
};

function fact(row: Row, { now, today, knownAfter }: FactContext): Fact | BadValue {
  const { date, other_name, work, role } = row;
  const fault = missing(row, 'date', 'other_name', 'work');
  if (fault) return fault;
  const monthly = date!.length === 7;
  const until = monthly ? lastDay(date!) : date!;
  return {
    grain: monthly ? 'month' : 'day',
    occurredAt: atMidnight(monthly ? `${date}-01` : date!),
    knownAt: until > today ? now.toISOString() : knownAfter(until, 1),
    key: `${other_name!.toLowerCase()}\u001f${work!.toLowerCase()}`,
    values: { other_name, work, role },
  };
}
