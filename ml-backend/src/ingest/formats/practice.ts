import { practiceTarget } from '../../store/incomingPeople.ts';
import { remember } from '../values/badValue.ts';
import type { BadValue } from '../values/badValue.ts';
import { anyDate } from '../values/date.ts';
import type { Fact, FactContext, Row, TableFormat } from '../format.ts';
import { minutes } from '../values/minutes.ts';
import { missing, notYet, noMonth } from '../values/missing.ts';
import { number } from '../values/number.ts';
import { byColumnsWith } from '../recognise.ts';
import { slugOf } from '../values/slug.ts';
import { text } from '../values/text.ts';
import { atMidnight } from '../values/time.ts';

/**
 * A practice log.
 *
 *     date,member,minutes,focus,quality
 *     2024-05-01,Ana María,45,new songs,7
 *
 * Member, date and focus are the natural key, or a column `id`; sessions that agree in it are numbered in the order of
 * their values and all kept. Minutes may be written as 45, 1:30 or 1h30. Without a column for the member the rows are
 * the only member's.
 */
export const practice: TableFormat = {
  name: 'practice',
  title: 'Practice log',
  help: 'One row a session: date, minutes (45, 1:30 or 1h30); optionally member, focus, quality (0 to 10), id.',
  target: practiceTarget,
  recognise: byColumnsWith('minutes', 'mins', 'duration'),
  columns: {
    date: { title: 'date', also: ['day'], required: true, key: true, evidence: 'date', read: remember(anyDate) },
    minutes: {
      title: 'minutes',
      also: ['duration', 'time', 'length', 'mins'],
      required: true,
      read: remember(minutes),
    },
    member: { title: 'member', also: ['who', 'name', 'musician'], fixed: true, read: remember(text(200)) },
    focus: { title: 'focus', also: ['topic', 'what', 'piece', 'activity'], read: remember(text(200)) },
    quality: { title: 'quality', also: ['rating', 'score'], read: remember(number(0, 10)) },
    id: { title: 'id', also: ['session id'], read: text(200) },
  },
  fact,
};

function fact(row: Row, { knownAfter, today }: FactContext): Fact | BadValue {
  const { date, member, focus, quality, id } = row;
  const fault = missing(row, 'date', 'minutes') ?? noMonth(date, 'date') ?? notYet(date!, today, 'date');
  if (fault) return fault;
  const slug = member ? slugOf(member) : null;
  return {
    grain: 'day',
    occurredAt: atMidnight(date!),
    knownAt: knownAfter(date!, 1),
    key: `${slug ?? ''}\u001f${id ? `id\u001f${id}` : (focus ?? '')}`,
    values: { minutes: row.minutes, focus, quality, member_slug: slug, member_name: member },
  };
}
