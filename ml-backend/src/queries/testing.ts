import { randomUUID } from 'node:crypto';
import type { FrameJson } from '../frames/frame.ts';
import { createForecaster } from '../serving/forecaster.ts';
import { createArtist } from '../store/artists.ts';
import type { Artist, NewArtist } from '../store/artists.ts';
import { withTenant } from '../store/connection.ts';
import { testDatabase } from '../store/testing.ts';
import type { TestDatabase } from '../store/testing.ts';
import { runQuery } from './run.ts';
import type { QueryContext, QueryRequest } from './run.ts';

/** The moment at which test queries are asked unless they say otherwise. */
export const testNow = new Date('2026-01-15T12:00:00Z');

type FactTable =
  | 'ledger_entry'
  | 'gig'
  | 'audience_reading'
  | 'marketing_spend'
  | 'goal'
  | 'milestone'
  | 'release'
  | 'stage_history';

export interface TestQueries {
  database: TestDatabase;
  artist: (artist: Partial<NewArtist> & { slug: string }) => Promise<Artist>;
  /** Facts with what a row of the table needs at least; `occurred_at` is known on the day unless told otherwise. */
  facts: (artist: Artist, table: FactTable, rows: Array<Record<string, unknown>>) => Promise<void>;
  /** The frames of one query. @throws Error with its message where it is refused */
  frames: (queryType: string, params?: object, more?: Asked) => Promise<FrameJson[]>;
  /** One query's error, undefined where it has none. */
  error: (queryType: string, params?: object, more?: Asked) => Promise<string | undefined>;
  /** How many statements the queries have sent so far. */
  statements: () => number;
  close: () => Promise<void>;
}

type Asked = Partial<Pick<QueryRequest, 'format' | 'maxDataPoints'>> &
  Partial<Pick<QueryContext, 'timeRange' | 'fromAlert' | 'now'>>;

/** The catalogue on a fresh database with the real forecaster, without HTTP. */
export async function testQueries(): Promise<TestQueries> {
  const database = await testDatabase();
  const { tenantId } = database;
  let statements = 0;
  const db = database.db.withPlugin({
    transformQuery({ node }) {
      statements++;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const forecaster = createForecaster();
  const ask = (queryType: string, params: object = {}, { format, maxDataPoints, ...context }: Asked = {}) =>
    runQuery(
      { refId: 'A', queryType, params: { ...params }, format, maxDataPoints },
      {
        tenantId,
        timeRange: { from: Date.UTC(2000, 0, 1), to: Date.UTC(2030, 0, 1) },
        fromAlert: false,
        now: testNow,
        services: { db, forecaster },
        ...context,
      }
    );
  return {
    database,
    artist: ({ name, ...artist }) =>
      withTenant(db, tenantId, (tx) => createArtist(tx, { name: name ?? artist.slug, ...artist })),
    facts: (artist, table, rows) =>
      withTenant(db, tenantId, async (tx) => {
        for (const row of rows)
          await tx
            .insertInto(table)
            .values(completed(tenantId, artist, table, row) as never)
            .execute();
      }),
    async frames(queryType, params, more) {
      const result = await ask(queryType, params, more);
      if ('error' in result) throw new Error(result.error);
      return result.frames;
    },
    async error(queryType, params, more) {
      const result = await ask(queryType, params, more);
      return 'error' in result ? result.error : undefined;
    },
    statements: () => statements,
    async close() {
      await Promise.all([database.close(), forecaster.close()]);
    },
  };
}

const usual: Record<FactTable, () => object> = {
  ledger_entry: () => ({ direction: 'revenue', category: 'gig', currency: 'USD' }),
  gig: () => ({ gig_key: randomUUID(), external_id: randomUUID(), status: 'played' }),
  audience_reading: () => ({ platform: 'spotify' }),
  marketing_spend: () => ({ channel: 'social', currency: 'USD' }),
  goal: () => ({ goal_key: randomUUID() }),
  milestone: () => ({}),
  release: () => ({ release_type: 'album' }),
  stage_history: () => ({}),
};

const completed = (tenantId: string, { artistId }: Artist, table: FactTable, row: Record<string, unknown>) => ({
  tenant_id: tenantId,
  artist_id: artistId,
  source: 'test',
  source_key: randomUUID(),
  known_at: row.occurred_at ?? testNow,
  ...usual[table](),
  ...row,
});

/** A frame's columns by name; several of one name as `name/label`. */
export function columns({ schema, data }: FrameJson): Record<string, unknown[]> {
  const names = schema.fields.map(({ name, labels }) => [name, ...Object.values(labels ?? {})].join('/'));
  return Object.fromEntries(names.map((name, index) => [name, data.values[index]!]));
}

export const notices = ({ schema }: FrameJson): string[] => (schema.meta?.notices ?? []).map(({ text }) => text);

/** A day as facts take it; months beyond 11 run on into the next year. */
export const dateOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString();
