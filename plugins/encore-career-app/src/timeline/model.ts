import { type DataFrame, type Field, FieldType } from '@grafana/data';
import { type TimeZone } from '@grafana/schema';
import { localMidnight } from './calendar';
import { detectRoles, extraFields, type Roles } from './roles';
import { type Options, type Range } from './types';
import { say } from './words';

/** One thing on the timeline: a row of a frame. */
export interface Item {
  /** Position in `TimelineModel.items`, by start. */
  index: number;
  frame: number;
  row: number;
  kind: string;
  lane: string;
  artist: string;
  title: string;
  /** Epoch milliseconds; NaN for an undated item. */
  start: number;
  /** Equal to start for an instant; the as-of time for an open-ended item. */
  end: number;
  instant: boolean;
  ongoing: boolean;
  state: string;
  group: string;
  value: number | null;
  chance: number | null;
  duplicate: boolean;
}

/** A frame of the contract with its columns by role. */
export interface Source {
  frame: DataFrame;
  roles: Roles;
  extras: Field[];
  /** All its times are midnight UTC: dates without a clock, kept on their calendar day in every zone. */
  datesOnly: boolean;
}

export interface TimelineModel {
  items: Item[];
  undated: Item[];
  sources: Source[];
  kinds: string[];
  artists: string[];
  subject: string;
  asOf: number;
  extent: Range | null;
  /** Frames that did not meet the contract beside others that did. */
  leftOut: number;
  /** True when the frames come from Encore's own timeline query. */
  encore: boolean;
}

export interface Warning {
  warn: string;
  needsTimeField?: boolean;
  needsStringField?: boolean;
}

const DAY = 864e5;
const text = (field: Field | undefined, row: number): string => {
  const value = field?.values[row];
  return value === null || value === undefined
    ? ''
    : field?.type === FieldType.enum
      ? enumText(field, value)
      : String(value);
};
const enumText = (field: Field, value: number) => field.config.type?.enum?.text?.[value] ?? String(value);
const number = (field: Field | undefined, row: number): number | null => {
  const value = field?.values[row];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

function datesOnly(roles: Roles): boolean {
  const whole = (field?: Field) => !field || field.values.every((v) => v === null || v === undefined || v % DAY === 0);
  return whole(roles.time) && whole(roles.timeEnd);
}

function readFrame(source: Source, frame: number, asOf: number, zone: TimeZone): Item[] {
  const { roles } = source;
  const place = source.datesOnly ? localMidnight(zone) : (time: number) => time;
  const name = source.frame.name || source.frame.refId || say('kind.other', 'Events');
  const out: Item[] = [];
  for (let row = 0; row < source.frame.length; row++) {
    const time = number(roles.time, row);
    const until = number(roles.timeEnd, row);
    const ongoing = roles.ongoing?.values[row] === true;
    const kind = text(roles.kind, row) || name;
    // A goal of which nobody knows when it was set still has its deadline.
    const first = time ?? (kind === 'goal' ? until : null);
    const start = first === null ? NaN : place(first);
    const end = until !== null ? place(until) : ongoing ? Math.max(start, asOf) : start;
    out.push({
      index: -1,
      frame,
      row,
      kind,
      lane: text(roles.lane, row) || kind,
      artist: text(roles.artist, row),
      title: text(roles.title, row) || kind,
      start,
      end: Math.max(start, end),
      instant: !(end > start) && !ongoing,
      ongoing: ongoing && !(until !== null && until < asOf),
      state: text(roles.state, row),
      group: text(roles.group, row),
      value: number(roles.value, row),
      chance: number(roles.chance, row),
      duplicate: roles.duplicate?.values[row] === true,
    });
  }
  return out;
}

const distinct = (values: string[]): string[] => [...new Set(values)].filter(Boolean);

/**
 * Frames of any data source as one timeline, items by start; see roles.ts for the contract.
 * @param now  epoch ms, the as-of time where no frame says `meta.custom.asOf`
 * @returns the model, or why the frames cannot be drawn
 */
export function buildModel(
  frames: DataFrame[],
  options: Pick<Options, 'fields'>,
  zone: TimeZone,
  now: number
): TimelineModel | Warning {
  const custom = frames.map((f) => f.meta?.custom).find((c) => c?.encore === 'timeline') ?? {};
  const asOf = typeof custom.asOf === 'number' ? custom.asOf : now;
  const filled = frames.filter((f) => f.fields.length > 0);
  const read = filled.map((frame) => ({ frame, roles: detectRoles(frame, options.fields) }));
  const usable = read.filter(({ roles }) => roles.time && roles.title);
  if (filled.length > 0 && usable.length === 0) {
    const needsTimeField = !read.some(({ roles }) => roles.time);
    return {
      warn: needsTimeField
        ? say('warn.time', 'The timeline needs a time column: when each item starts.')
        : say('warn.title', 'The timeline needs a text column: the title of each item.'),
      needsTimeField,
      needsStringField: !needsTimeField,
    };
  }
  const sources = usable.map(
    ({ frame, roles }): Source => ({ frame, roles, extras: extraFields(frame, roles), datesOnly: datesOnly(roles) })
  );
  const all = sources.flatMap((source, i) => readFrame(source, i, asOf, zone));
  const items = all.filter((item) => !Number.isNaN(item.start)).sort((a, b) => a.start - b.start || a.end - b.end);
  items.forEach((item, index) => (item.index = index));
  const undated = all.filter((item) => Number.isNaN(item.start));
  const artists = distinct(all.map((item) => item.artist));
  return {
    items,
    undated,
    sources,
    kinds: distinct(all.map((item) => item.kind)),
    artists,
    subject: typeof custom.subject === 'string' ? custom.subject : artists.length === 1 ? artists[0] : '',
    asOf,
    extent: extentOf(items),
    leftOut: read.length - usable.length,
    // Encore answers a career without anything by a frame without columns.
    encore: custom.encore === 'timeline' || frames.some((f) => f.name === 'timeline' && f.fields.length === 0),
  };
}

function extentOf(items: Item[]): Range | null {
  if (items.length === 0) {
    return null;
  }
  const to = items.reduce((max, item) => Math.max(max, item.end), -Infinity);
  return { from: items[0].start, to: Math.max(to, items[0].start + 1) };
}

/** The text of a column without a role, by its lower-case name; empty when the item has none. */
export function extra(model: TimelineModel, item: Item, name: string): string {
  const field = model.sources[item.frame].extras.find((f) => f.name.toLowerCase() === name);
  return text(field, item.row);
}
