import type { CareerIds } from './ids.ts';
import type { Version } from './types.ts';

export type Value = string | number | boolean | Date | null;
export type Row = Record<string, Value>;

/** Where rows of a career go. `natural` is turned into source_key by the database. */
export interface Rows {
  table: string;
  rows: Iterable<Row>;
}

export interface Identity {
  ids: CareerIds;
  /** Ids of venues by key. */
  venues: ReadonlyMap<string, string>;
  /** Ids of the demo's artists by name. */
  artists: ReadonlyMap<string, string>;
}

export const versionColumns = ({ key, source, grain, occurredAt, knownAt, supersededAt }: Version): Row => ({
  natural: key,
  source,
  grain,
  occurred_at: new Date(occurredAt),
  known_at: new Date(knownAt),
  superseded_at: supersededAt === null ? null : new Date(supersededAt),
});

export function* each<T>(list: readonly T[], row: (item: T) => Row): Iterable<Row> {
  for (const item of list) yield row(item);
}
