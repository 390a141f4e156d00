import { sql } from 'kysely';
import { createArtist } from './artists.ts';
import type { Artist, NewArtist } from './artists.ts';
import { withTenant } from './connection.ts';
import type { TenantTx } from './connection.ts';
import { testDatabase } from './testing.ts';
import type { TestDatabase } from './testing.ts';

/** The moment from which the tests of series look back. */
export const now = new Date('2024-07-10T12:00:00Z');

type WithArtist = <T>(work: (tx: TenantTx, artist: Artist) => Promise<T>, artist?: Partial<NewArtist>) => Promise<T>;

/** A database for the file's tests, and a new artist for each. */
export function artistOfEachTest(): WithArtist {
  let test: TestDatabase;
  let count = 0;
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test.close());
  return (work, artist = {}) =>
    withTenant(test.db, test.tenantId, async (tx) =>
      work(tx, await createArtist(tx, { slug: `artist-${++count}`, name: 'Nova', ...artist }))
    );
}

export const key = () => sql`gen_random_uuid()`;

export interface Entry {
  on: string;
  amount: string;
  currency?: string;
  grain?: string;
  knownAt?: string;
  source?: string;
  category?: string;
  direction?: string;
}

/** Ledger entries, known on their day unless told otherwise. */
export async function addEntries(tx: TenantTx, artist: Artist, entries: Entry[]) {
  for (const {
    on,
    amount,
    currency = 'USD',
    grain = 'day',
    knownAt = on,
    source = 'ledger',
    category = 'gig',
    direction = 'revenue',
  } of entries) {
    await sql`INSERT INTO encore.ledger_entry (tenant_id, artist_id, direction, category, amount, currency, source, source_key, grain, occurred_at, known_at)
      VALUES (${tx.tenantId}, ${artist.artistId}, ${direction}, ${category}, ${amount}, ${currency}, ${source}, ${key()}, ${grain}, ${on}, ${knownAt})`.execute(
      tx
    );
  }
}

/** A reading of Spotify unless told otherwise, of one place or of all. */
export async function addReading(
  tx: TenantTx,
  artist: Artist,
  on: string,
  metric: string,
  value: number,
  more: { territory?: string; city?: string; platform?: string; source?: string; grain?: string } = {}
) {
  const { platform = 'spotify', source = 'readings', grain = 'day', territory = null, city = null } = more;
  await sql`INSERT INTO encore.audience_reading (tenant_id, artist_id, platform, metric, territory, city, value, source, source_key, grain, occurred_at, known_at)
    VALUES (${tx.tenantId}, ${artist.artistId}, ${platform}, ${metric}, ${territory}, ${city}, ${value}, ${source}, ${key()}, ${grain}, ${on}, ${on})`.execute(
    tx
  );
}
