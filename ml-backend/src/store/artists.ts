import { sql } from 'kysely';
import type { TenantTx } from './connection.ts';

export interface Artist {
  artistId: string;
  slug: string;
  name: string;
  genre: string | null;
  city: string | null;
  country: string | null;
  timeZone: string;
  currency: string;
  startedOn: string | null;
  isDemo: boolean;
}

const columns = [
  'artist_id as artistId',
  'slug',
  'name',
  'genre',
  'city',
  'country',
  'time_zone as timeZone',
  'reporting_currency as currency',
  'started_on as startedOn',
  'is_demo as isDemo',
] as const;

export function listArtists(tx: TenantTx): Promise<Artist[]> {
  return tx.selectFrom('artist').select(columns).orderBy('name').orderBy('slug').execute();
}

/** In the order of the slugs; unknown slugs are left out. */
export async function findArtists(tx: TenantTx, slugs: readonly string[]): Promise<Artist[]> {
  if (slugs.length === 0) return [];
  const rows = await tx.selectFrom('artist').select(columns).where('slug', 'in', slugs).execute();
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  return [...new Set(slugs)].flatMap((slug) => bySlug.get(slug) ?? []);
}

export async function findArtistsById(tx: TenantTx, artistIds: readonly string[]): Promise<Artist[]> {
  return tx.selectFrom('artist').select(columns).where('artist_id', 'in', artistIds).orderBy('slug').execute();
}

export async function countArtists(tx: TenantTx): Promise<number> {
  const row = await tx
    .selectFrom('artist')
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

export interface NewArtist {
  slug: string;
  name: string;
  genre?: string;
  city?: string;
  country?: string;
  timeZone?: string;
  currency?: string;
  startedOn?: string;
  isDemo?: boolean;
}

/** @throws the database's unique violation when the slug is taken */
export async function createArtist(tx: TenantTx, artist: NewArtist): Promise<Artist> {
  return tx
    .insertInto('artist')
    .values({
      tenant_id: tx.tenantId,
      slug: artist.slug,
      name: artist.name,
      genre: artist.genre ?? null,
      city: artist.city ?? null,
      country: artist.country ?? null,
      ...(artist.timeZone === undefined ? {} : { time_zone: artist.timeZone }),
      ...(artist.currency === undefined ? {} : { reporting_currency: artist.currency }),
      started_on: artist.startedOn ?? null,
      is_demo: artist.isDemo ?? false,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}
