import { type DataFrame, type Field, FieldType, getFieldDisplayName } from '@grafana/data';

import { ROLE_LABELS, type RoleKey, roleOf, roles } from './roles';
import { type ConfidenceFieldConfig, type FieldPicks } from './types';

/** A field and where it stands; `time` is the time field of its frame. */
export interface FieldRef {
  frame: DataFrame;
  field: Field;
  time: Field;
  name: string;
}

export interface BoundPair {
  /** percent of outcomes inside */
  level: number;
  lower?: FieldRef;
  upper?: FieldRef;
}

/** The fields of one series: one history, one expected course, any number of bands. */
export interface FieldGroup {
  /** labels that tell this series apart, e.g. `artist=nova` */
  key: string;
  frame: DataFrame;
  labels: Record<string, string>;
  actual?: FieldRef;
  mean?: FieldRef;
  pairs: BoundPair[];
  /** numbers without a role: more lines of the tooltip */
  extras: FieldRef[];
  /** levels that two pairs claim; the first one is drawn */
  doubled: number[];
}

export interface FieldOptions {
  fields: FieldPicks;
  /** percent of outcomes between bounds that name no level */
  level: number;
}

export function customOf(field: Field): ConfidenceFieldConfig {
  return field.config.custom ?? {};
}

/** The time field of a frame: picked, else by its name, else the first. */
export function timeFieldOf(frame: DataFrame, picked?: string): Field | undefined {
  const times = frame.fields.filter((field) => field.type === FieldType.time);
  const { names } = roles.find((role) => role.key === 'time')!;
  return (
    times.find((field) => picked !== undefined && field.name === picked) ??
    times.find((field) => names.includes(field.name.toLowerCase())) ??
    times[0]
  );
}

interface Candidate {
  ref: FieldRef;
  role?: Exclude<RoleKey, 'time'>;
  level?: number;
  sure: boolean;
  key: string;
}

/**
 * Sorts the numbers of all frames into series by role and label. Frames that each hold a part of one series
 * (a query for the history, another for the forecast) are joined when no role is doubled by that.
 * @param all every frame of the panel: display names tell a field apart from those of all frames
 */
export function groupFields(frames: DataFrame[], options: FieldOptions, all = frames): FieldGroup[] {
  const groups: FieldGroup[] = [];
  for (const frame of frames) {
    const time = timeFieldOf(frame, options.fields.time);
    const mine = new Map<string, Candidate[]>();
    for (const field of time ? frame.fields : []) {
      const candidate = candidateOf(frame, field, time!, all, options);
      if (candidate) {
        mine.set(candidate.key, [...(mine.get(candidate.key) ?? []), candidate]);
      }
    }
    for (const [key, candidates] of mine) {
      const group = assemble(key, candidates, options);
      const partner = groups.find((other) => other.key === key && other.frame !== frame && complement(other, group));
      if (partner) {
        join(partner, group);
      } else {
        groups.push(group);
      }
    }
  }
  groups.forEach(adoptActual);
  return groups;
}

function candidateOf(
  frame: DataFrame,
  field: Field,
  time: Field,
  frames: DataFrame[],
  { fields }: FieldOptions
): Candidate | undefined {
  const custom = customOf(field);
  if (field.type !== FieldType.number || custom.role === 'off') {
    return undefined;
  }
  const name = getFieldDisplayName(field, frame, frames);
  const ref = { frame, field, time, name };
  const key = keyOf(field.labels);
  const picked = (['actual', 'mean', 'lower', 'upper'] as const).find(
    (role) => fields[role] !== undefined && (fields[role] === field.name || fields[role] === name)
  );
  const found = roleOf(
    [field.name, field.config.displayName, field.config.displayNameFromDS].filter((n): n is string => Boolean(n)),
    field.labels
  );
  const level = custom.level ?? found?.level;
  const chosen = picked ?? (custom.role && custom.role !== 'auto' ? custom.role : undefined);
  if (chosen) {
    return { ref, key, role: chosen, level, sure: true };
  }
  const taken = found && fields[found.role] !== undefined && found.level === undefined;
  return { ref, key, role: taken ? undefined : found?.role, level, sure: Boolean(found?.sure) };
}

function keyOf(labels: Field['labels']) {
  return Object.entries(ownLabels(labels))
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(',');
}

function ownLabels(labels: Field['labels'] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !ROLE_LABELS.has(key)));
}

function assemble(key: string, candidates: Candidate[], { level: usual }: FieldOptions): FieldGroup {
  const [{ ref }] = candidates;
  const group: FieldGroup = {
    key,
    frame: ref.frame,
    labels: ownLabels(ref.field.labels),
    pairs: [],
    extras: [],
    doubled: [],
  };
  const loose = candidates.filter((candidate) => isLoose(candidate, candidates));
  for (const { ref, role, level } of candidates
    .filter((c) => !loose.includes(c))
    .sort((a, b) => Number(b.sure) - Number(a.sure))) {
    if (role === 'lower' || role === 'upper') {
      addBound(group, role, level ?? usual, ref);
    } else if (role && !group[role]) {
      group[role] = ref;
    } else {
      group.extras.push(ref);
    }
  }
  group.extras.push(...loose.map((candidate) => candidate.ref));
  return group;
}

/** "High score" is no upper bound unless there is a lower one to it. */
function isLoose({ role, level, sure }: Candidate, all: Candidate[]) {
  if (sure || level !== undefined || (role !== 'lower' && role !== 'upper')) {
    return false;
  }
  return !all.some((other) => other.level === undefined && other.role === (role === 'lower' ? 'upper' : 'lower'));
}

function addBound(group: FieldGroup, side: 'lower' | 'upper', level: number, ref: FieldRef) {
  const pair = group.pairs.find((known) => known.level === level);
  if (!pair) {
    group.pairs.push({ level, [side]: ref });
  } else if (!pair[side]) {
    pair[side] = ref;
  } else if (!group.doubled.includes(level)) {
    group.doubled.push(level);
  }
}

function complement(a: FieldGroup, b: FieldGroup) {
  const clash = (role: 'actual' | 'mean') => Boolean(a[role] && b[role]);
  const levels = b.pairs.some((pair) =>
    a.pairs.some((other) => other.level === pair.level && ((other.lower && pair.lower) || (other.upper && pair.upper)))
  );
  const onlyExtras = (group: FieldGroup) => !group.actual && !group.mean && group.pairs.length === 0;
  return !clash('actual') && !clash('mean') && !levels && !(onlyExtras(a) && onlyExtras(b));
}

function join(into: FieldGroup, group: FieldGroup) {
  into.actual ??= group.actual;
  into.mean ??= group.mean;
  into.extras.push(...group.extras);
  for (const pair of group.pairs) {
    const known = into.pairs.find((other) => other.level === pair.level);
    if (known) {
      known.lower ??= pair.lower;
      known.upper ??= pair.upper;
    } else {
      into.pairs.push(pair);
    }
  }
}

/** Without a field by that role, the first number that has no other role is what happened. */
function adoptActual(group: FieldGroup) {
  if (!group.actual && group.extras.length > 0) {
    group.actual = group.extras.shift();
  }
}
