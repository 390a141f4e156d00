import {
  type DataFrame,
  type Field,
  type LinkModel,
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
} from '@grafana/data';
import { type TimeZone } from '@grafana/schema';
import { formatChance, formatMoment, formatSpan, formatTime, formatLength } from './format';
import { laneTitle, stateWord } from './lanes/words';
import { type Item, type TimelineModel } from './model';
import { type Mark } from './scene';
import { type FieldConfig } from './types';
import { formatCount, say, sayCount } from './words';

export interface Line {
  name: string;
  value: string;
  /** Colour that a mapping or threshold gives the value. */
  color?: string;
}

/** What a tooltip, a pinned card and the announcement say about a mark. */
export interface Details {
  title: string;
  lines: Line[];
  links: LinkModel[];
  /** Members of a run, first ones only. */
  members: Item[];
  more: number;
}

const LISTED = 6;

/** When an item is: a day, a span, or since when. */
export function whenText(item: Item, zone: TimeZone): string {
  if (Number.isNaN(item.start)) {
    return say('when.undated', 'no date');
  }
  if (item.ongoing) {
    return say('when.since', 'since {{date}}', { date: formatTime(item.start, 'day', zone) });
  }
  if (!item.instant) {
    const short = item.end - item.start < 864e5;
    return short
      ? `${formatMoment(item.start, zone)} – ${formatTime(item.end, 'clock', zone)}`
      : formatSpan({ from: item.start, to: item.end }, zone);
  }
  return `${formatTime(item.start, 'weekday', zone)} ${formatMoment(item.start, zone)}`;
}

/** A goal's deadline and how far it is from now. */
function deadlineText(item: Item, asOf: number, zone: TimeZone): string {
  const date = formatTime(item.end, 'day', zone);
  const length = formatLength(Math.abs(item.end - asOf));
  if (item.state === 'reached') {
    return date;
  }
  return item.end >= asOf
    ? say('goal.left', '{{date}}, in {{length}}', { date, length })
    : say('goal.ago', '{{date}}, {{length}} ago', { date, length });
}

/** A cell as its column formats it: unit, decimals, mappings; yes and no for booleans, the zone's clock for times. */
export function cell(field: Field, row: number, zone: TimeZone): { text: string; color?: string } {
  const value = field.values[row];
  if (value === null || value === undefined || value === '') {
    return { text: field.config.noValue ?? '' };
  }
  if (field.type === FieldType.time && typeof value === 'number' && !field.config.unit) {
    return { text: formatMoment(value, zone) };
  }
  if (field.type === FieldType.boolean && !field.config.mappings?.length) {
    return { text: value === true ? say('yes', 'yes') : say('no', 'no') };
  }
  if (!field.display) {
    return { text: String(value) };
  }
  const shown = field.display(value);
  const chosen = field.config.mappings?.length || field.config.color?.mode === 'thresholds';
  return { text: formattedValueToString(shown), color: chosen ? shown.color : undefined };
}

/** The column's display name; a bare technical name is spelt as words: `reachedAt` reads "Reached at". */
export function columnName(field: Field, frame: DataFrame): string {
  const name = getFieldDisplayName(field, frame);
  if (name !== field.name || !/^[a-z][a-zA-Z0-9_]*$/.test(name)) {
    return name;
  }
  const words = name.replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const hiddenInTooltip = (field: Field) => (field.config.custom as FieldConfig | undefined)?.hideFrom?.tooltip === true;

/** What there is to say about one item, the first line when it is. */
export function itemLines(model: TimelineModel, item: Item, zone: TimeZone): Line[] {
  const { frame, roles, extras, datesOnly } = model.sources[item.frame];
  const lines: Line[] = [{ name: say('tip.when', 'When'), value: whenText(item, zone) }];
  if (item.kind === 'goal') {
    lines.push({ name: say('tip.deadline', 'Deadline'), value: deadlineText(item, model.asOf, zone) });
  } else if (!item.instant && !Number.isNaN(item.start)) {
    lines.push({ name: say('tip.length', 'Length'), value: formatLength(item.end - item.start) });
  }
  const push = (field: Field | undefined, name?: string) => {
    if (!field || hiddenInTooltip(field)) {
      return;
    }
    const { text, color } = cell(field, item.row, datesOnly ? 'utc' : zone);
    if (text !== '') {
      lines.push({ name: name ?? columnName(field, frame), value: text, color });
    }
  };
  if (model.artists.length > 1) {
    push(roles.artist);
  }
  push(roles.group, item.kind === 'show' ? say('series.tour', 'Tour') : undefined);
  if (item.state && roles.state && !hiddenInTooltip(roles.state)) {
    const { text, color } = stateOf(item, model);
    lines.push({ name: columnName(roles.state, frame), value: text, color });
  }
  push(roles.value, item.kind === 'tour' && roles.value?.name === 'value' ? laneTitle('show') : undefined);
  if (item.chance !== null) {
    lines.push({ name: say('tip.chance', 'Chance'), value: formatChance(item.chance) });
  }
  extras.forEach((field) => push(field));
  return lines;
}

/** Data links of every column of the item's row, in the order of the columns. */
export function itemLinks(model: TimelineModel, item: Item): LinkModel[] {
  const { frame } = model.sources[item.frame];
  const found = new Map<string, LinkModel>();
  for (const field of frame.fields) {
    if ((field.config.links?.length ?? 0) > 0) {
      field.getLinks?.({ valueRowIndex: item.row }).forEach((link) => found.set(`${link.title} ${link.href}`, link));
    }
  }
  return [...found.values()];
}

/** The item's state: as a mapping says, in the words of the legend for Encore's own kinds, or as it is. */
function stateOf(item: Item, model: TimelineModel): { text: string; color?: string } {
  const field = model.sources[item.frame].roles.state;
  if (field?.display && field.config.mappings?.length) {
    const shown = field.display(item.state);
    return { text: formattedValueToString(shown), color: shown.color };
  }
  return { text: stateWord(item.kind, item.state) };
}

function stateLines(items: readonly Item[], model: TimelineModel): Line[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    if (item.state) {
      const { text } = stateOf(item, model);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return counts.size < 2 ? [] : [...counts].map(([name, n]) => ({ name, value: formatCount(n) }));
}

function groupLine(items: readonly Item[]): Line[] {
  const counts = new Map<string, number>();
  items.forEach((item) => item.group && counts.set(item.group, (counts.get(item.group) ?? 0) + 1));
  const top = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3);
  return top.map(([name, n]) => ({ name, value: formatCount(n) }));
}

/** Count of items in the words of their kind. */
export function countOf(items: readonly Item[]): string {
  const kinds = new Set(items.map((item) => item.kind));
  if (kinds.size === 1 && kinds.has('show')) {
    return sayCount('count.shows', items.length, '{{n}} show', '{{n}} shows');
  }
  const count = sayCount('count.items', items.length, '{{n}} item', '{{n}} items');
  return kinds.size === 1 ? `${count} · ${laneTitle([...kinds][0])}` : count;
}

/** All that there is to say about one item. */
export function describeItem(model: TimelineModel, item: Item, zone: TimeZone): Details {
  const lines = itemLines(model, item, zone);
  return { title: item.title, lines, links: itemLinks(model, item), members: [], more: 0 };
}

export function describe(model: TimelineModel, mark: Pick<Mark, 'items'>, zone: TimeZone): Details {
  const items = mark.items.map((i) => model.items[i]).filter(Boolean);
  if (items.length === 1) {
    return describeItem(model, items[0], zone);
  }
  // The last to start need not be the last to end.
  const to = items.reduce((max, item) => Math.max(max, item.end), -Infinity);
  const when = formatSpan({ from: items[0].start, to }, zone);
  return {
    title: countOf(items),
    lines: [{ name: say('tip.when', 'When'), value: when }, ...stateLines(items, model), ...groupLine(items)],
    links: [],
    members: items.slice(0, LISTED),
    more: Math.max(items.length - LISTED, 0),
  };
}

/** What a mark is called: its item's title, or how many items it stands for. */
export function markName(model: TimelineModel, mark: Pick<Mark, 'items'>): string {
  const items = mark.items.map((i) => model.items[i]);
  return items.length === 1 ? items[0].title : countOf(items);
}

/** One sentence for the screen reader: what the mark is, and where it stands among the marks of its lane. */
export function announce(details: Details, place: { lane: string; at: number; of: number }): string {
  const where = say('say.place', '{{lane}}, {{at}} of {{n}}', { lane: place.lane, at: place.at, n: place.of });
  return [details.title, ...details.lines.map((line) => `${line.name}: ${line.value}`), where].join('. ');
}
