import { memberTarget } from '../../store/incomingMembers.ts';
import { BadValue, remember } from '../values/badValue.ts';
import { anyDate } from '../values/date.ts';
import type { Fact, FactContext, Row, TableFormat } from '../format.ts';
import { missing, noMonth } from '../values/missing.ts';
import { byColumnsWith } from '../recognise.ts';
import { slugOf } from '../values/slug.ts';
import { text } from '../values/text.ts';

/**
 * Members of a band; a solo artist is one member.
 *
 *     name,role,joined,left
 *     Ana María,voice and guitar,2019-03-01,
 *
 * The name is the natural key, or a column `id` where names may change. A later file rewrites role and dates; what it
 * leaves empty stays.
 */
export const members: TableFormat = {
  name: 'members',
  title: 'Members',
  help: 'One row a member: name; optionally role, joined, left, and an id that stays when the name changes.',
  target: memberTarget,
  recognise: byColumnsWith('role', 'joined', 'since', 'instrument'),
  columns: {
    name: { title: 'name', also: ['member', 'member name', 'full name'], required: true, read: text(200) },
    id: { title: 'id', also: ['member id', 'slug'], read: text(120) },
    role: { title: 'role', also: ['instrument', 'instruments', 'plays'], read: text(200) },
    joined_on: {
      title: 'joined',
      also: ['joined on', 'since', 'from', 'start'],
      evidence: 'date',
      read: remember(anyDate),
    },
    left_on: { title: 'left', also: ['left on', 'until', 'to', 'end'], evidence: 'date', read: remember(anyDate) },
  },
  fact,
};

function fact(row: Row, { now }: FactContext): Fact | BadValue {
  const { name, id, role, joined_on, left_on } = row;
  const fault = missing(row, 'name') ?? noMonth(joined_on, 'joined_on') ?? noMonth(left_on, 'left_on');
  if (fault) return fault;
  if (joined_on && left_on && left_on < joined_on) {
    return new BadValue('IMPORT_BAD_DATE', `a member cannot leave on ${left_on}, before joining`, 'left_on');
  }
  const slug = slugOf(id ?? name!);
  const values = { slug, name, role, joined_on, left_on };
  return { grain: 'day', occurredAt: null, knownAt: now.toISOString(), key: slug, values };
}
