import type { Artist } from '../store/artists.ts';
import type { Items } from './timelineItems.ts';
import type { TimeRange } from './type.ts';

export interface Annotation {
  /** Epoch ms. */
  time: number;
  timeEnd: number | null;
  title: string;
  text: string;
  /** Between commas, as Grafana splits them. */
  tags: string;
  id: string;
}

type Row = Record<string, string | number | boolean | null | undefined>;

/** What of a career touches the range, as annotations by time; what has no date can't be marked. */
export function annotationsOf(items: readonly Items[], artists: readonly Artist[], range: TimeRange): Annotation[] {
  const slugs = new Map(artists.map(({ name, slug }) => [name, slug]));
  return items
    .flatMap(({ kind, rows, fields }) =>
      Array.from({ length: rows }, (_, index) => {
        const row = Object.fromEntries(fields.map(({ name, values }) => [name, values[index]])) as Row;
        const found = annotation(kind, row, row.artistId ?? slugs.get(String(row.artist)), artists.length > 1);
        return found && touches(found, row.ongoing === true, range) ? [found] : [];
      }).flat()
    )
    .sort((a, b) => a.time - b.time || a.id.localeCompare(b.id));
}

/** What is still going on has no end yet and touches all that comes after its start. */
const touches = ({ time, timeEnd }: Annotation, isOngoing: boolean, { from, to }: TimeRange) =>
  (timeEnd ?? (isOngoing ? Infinity : time)) >= from && time <= to;

function annotation(kind: string, row: Row, slug: Row[string], several: boolean): Annotation | undefined {
  if (typeof row.time !== 'number') return undefined;
  const end = typeof row.timeEnd === 'number' ? row.timeEnd : null;
  // A goal is marked when it is due, not for the whole time that somebody works on it.
  const isDue = kind === 'goal' && end !== null;
  const title = String(row.title);
  const tags = [kind, row.state, slug].filter(Boolean).map((tag) => String(tag).replaceAll(',', ' '));
  return {
    time: isDue ? end : row.time,
    timeEnd: isDue ? null : end,
    title: several ? `${title} · ${row.artist}` : title,
    text: (says[kind]?.(row) ?? []).filter((part) => part !== null).join(', '),
    tags: tags.join(','),
    id: [kind, slug, row.id ?? row.time, title].join(':'),
  };
}

const count = (n: Row[string], one: string, many: string) =>
  typeof n === 'number' ? `${n.toLocaleString('en-US')} ${n === 1 ? one : many}` : null;
const text = (value: Row[string]) => (value ? String(value) : null);

/** What a kind has to say besides its title. */
const says: Record<string, (row: Row) => Array<string | null>> = {
  release: ({ state }) => [text(state)],
  tour: ({ value, cities }) => [count(value, 'show', 'shows'), count(cities, 'city', 'cities')],
  show: ({ city, country, heads, state }) => [
    text(city),
    text(country),
    count(heads, 'person', 'people'),
    state === 'played' ? null : text(state),
  ],
  goal: ({ state, chance }) => [
    `due, ${state}`,
    typeof chance === 'number' ? `${Math.round(chance * 100)}% likely` : null,
  ],
  stage: ({ ongoing }) => [ongoing ? 'career stage, until now' : 'career stage'],
  unusual: ({ state }) => [`${state} what the five years before make usual`],
};
