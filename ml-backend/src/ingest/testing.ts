import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withTenant } from '../store/connection.ts';
import type { TestDatabase } from '../store/testing.ts';
import { testDatabase } from '../store/testing.ts';
import type { ArtistChoice } from './artist.ts';
import type { ImportOutcome, ImportRequest } from './request.ts';
import { importFile } from './run.ts';

export type Extra = Partial<Omit<ImportRequest, 'artist'>> & { artist?: Partial<ArtistChoice> | null };

/** A database and a folder for files; tests write what they import as text. */
export async function importBench() {
  const base: TestDatabase = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'encore-ingest-test-'));
  let files = 0;
  let artists = 0;

  async function put(content: string | Buffer, name = `file-${++files}.csv`): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  }

  return {
    ...base,
    put,
    slug: () => `mira-${artists}`,
    /** Gives the next test an artist without facts. */
    newArtist: () => void artists++,
    /** Imports text as a file of the artist Mira, who is made when she is not there. */
    async load(format: string | undefined, content: string | Buffer, extra: Extra = {}): Promise<ImportOutcome> {
      const path = extra.path ?? (await put(content));
      const artist =
        extra.artist === null ? undefined : { slug: `mira-${artists}`, name: 'Mira', create: true, ...extra.artist };
      const request = { tenantId: base.tenantId, format, path, fileName: 'file.csv', actor: 'test', ...extra, artist };
      return importFile(base.db, base.pool, request);
    },
    /** All versions of an artist's rows in a table, by place of the row and then oldest first. */
    async versions<T>(table: 'gig' | 'ledger_entry' | 'setlist_entry', slug = `mira-${artists}`): Promise<T[]> {
      return withTenant(base.db, base.tenantId, async (tx) => {
        const rows = await tx
          .selectFrom(table)
          .selectAll()
          .where('artist_id', '=', (eb) => eb.selectFrom('artist').select('artist_id').where('slug', '=', slug))
          .orderBy('fact_id')
          .execute();
        const place = (row: object) =>
          ('external_id' in row ? row.external_id : 'position' in row ? row.position : 0) as number;
        return rows.sort((a, b) => Number(place(a) > place(b)) - Number(place(a) < place(b))) as T[];
      });
    },
    async close() {
      await base.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type ImportBench = Awaited<ReturnType<typeof importBench>>;

/** `added superseded unchanged rejected` of a report, short enough to read in an assertion. */
export const counts = ({ report: { added, superseded, unchanged, rejectedCount } }: ImportOutcome): number[] => [
  added,
  superseded,
  unchanged,
  rejectedCount,
];

/** Line, column, value and code of each rejected row of a report. */
export const rejections = ({ report: { rejected } }: ImportOutcome) =>
  rejected.map(({ line, column, value, code }) => [line, column, value, code]);
