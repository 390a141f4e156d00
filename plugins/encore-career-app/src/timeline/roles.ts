import { FieldType, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';
import { type Options } from './types';

export type RoleKey =
  | 'time'
  | 'timeEnd'
  | 'title'
  | 'kind'
  | 'lane'
  | 'group'
  | 'state'
  | 'ongoing'
  | 'value'
  | 'chance'
  | 'duplicate'
  | 'artist'
  | 'id';

export interface Role {
  key: RoleKey;
  /** How the options editor and the README call it. */
  label: string;
  types: FieldType[];
  /** Column names that are taken for this role, compared without case, spaces, dashes and underscores. */
  names: string[];
  required: boolean;
  says: string;
}

const texts = [FieldType.string, FieldType.enum];

/** The panel's contract: detection, pickers, README and error texts all read this table. */
export const roles: readonly Role[] = [
  {
    key: 'time',
    label: 'Start',
    types: [FieldType.time],
    names: ['time', 'start', 'starttime', 'from', 'begin', 'date'],
    required: true,
    says: 'when it starts or happens; an item without it is listed beside the chart',
  },
  {
    key: 'timeEnd',
    label: 'End',
    types: [FieldType.time],
    names: ['timeend', 'endtime', 'end', 'to', 'until', 'finish', 'deadline'],
    required: false,
    says: 'when it ends; empty = an instant',
  },
  {
    key: 'title',
    label: 'Title',
    types: texts,
    names: ['title', 'name', 'label', 'text', 'summary'],
    required: true,
    says: 'the name on the mark; the first free text column is taken when none has such a name',
  },
  {
    key: 'kind',
    label: 'Kind',
    types: texts,
    names: ['kind', 'type', 'category'],
    required: false,
    says: 'one lane and one legend entry each; missing = the name of the frame',
  },
  {
    key: 'lane',
    label: 'Lane',
    types: texts,
    names: ['lane', 'row', 'track', 'resource'],
    required: false,
    says: 'lane of the item when it is not its kind',
  },
  {
    key: 'group',
    label: 'Group',
    types: texts,
    names: ['group', 'parent'],
    required: false,
    says: 'what the item belongs to, e.g. the tour of a show',
  },
  {
    key: 'state',
    label: 'State',
    types: texts,
    names: ['state', 'status'],
    required: false,
    says: 'how it stands, e.g. played, booked, reached, at-risk; value mappings give it text and colour',
  },
  {
    key: 'ongoing',
    label: 'Ongoing',
    types: [FieldType.boolean],
    names: ['ongoing', 'open', 'running'],
    required: false,
    says: 'open-ended: the bar continues to now',
  },
  {
    key: 'value',
    label: 'Value',
    types: [FieldType.number],
    names: ['value', 'count', 'amount'],
    required: false,
    says: 'a number beside the name, e.g. the shows of a tour',
  },
  {
    key: 'chance',
    label: 'Chance',
    types: [FieldType.number],
    names: ['chance', 'probability', 'likelihood'],
    required: false,
    says: 'how likely it is, 0 to 1',
  },
  {
    key: 'duplicate',
    label: 'Listed twice',
    types: [FieldType.boolean],
    names: ['duplicate', 'listedtwice'],
    required: false,
    says: 'the row may be listed twice; it raises a remark and stays in all counts',
  },
  {
    key: 'artist',
    label: 'Artist',
    types: texts,
    names: ['artist', 'subject', 'owner'],
    required: false,
    says: 'whose item it is; with several artists the panel draws one lane each',
  },
  {
    key: 'id',
    label: 'Id',
    types: [FieldType.string, FieldType.number],
    names: ['id', 'uid', 'key'],
    required: false,
    says: 'an identifier; it is not drawn',
  },
];

export type Roles = Partial<Record<RoleKey, Field>>;

const plain = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '');

/**
 * The columns of a frame by role: a name chosen in the options first, then the names of the table, then, for a title,
 * the first free text column, and for the start the first time column.
 */
export function detectRoles(frame: DataFrame, chosen: Options['fields'] = {}): Roles {
  const found: Roles = {};
  const taken = new Set<Field>();
  const take = (key: RoleKey, field: Field | undefined) => {
    if (field && !found[key]) {
      found[key] = field;
      taken.add(field);
    }
  };
  for (const { key, types } of roles) {
    const name = chosen[key];
    const named = (f: Field) => f.name === name || getFieldDisplayName(f, frame) === name;
    take(key, name ? frame.fields.find((f) => types.includes(f.type) && named(f)) : undefined);
  }
  for (const { key, types, names } of roles) {
    const free = frame.fields.filter((f) => !taken.has(f) && types.includes(f.type));
    for (const name of names) {
      take(
        key,
        free.find((f) => plain(f.name) === name)
      );
    }
  }
  take(
    'time',
    frame.fields.find((f) => f.type === FieldType.time && !taken.has(f))
  );
  take(
    'title',
    frame.fields.find((f) => texts.includes(f.type) && !taken.has(f))
  );
  take('title', found.state ?? found.kind ?? found.artist);
  return found;
}

/** Columns without a role, in order: each is one more line of the tooltip. */
export function extraFields(frame: DataFrame, found: Roles): Field[] {
  const used = new Set(Object.values(found));
  return frame.fields.filter((f) => !used.has(f) && plain(f.name) !== 'artistid');
}
