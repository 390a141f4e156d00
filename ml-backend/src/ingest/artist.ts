import { badRequest, notFound } from '../errors.ts';
import { createArtist, findArtists, listArtists } from '../store/artists.ts';
import type { Artist } from '../store/artists.ts';
import type { TenantTx } from '../store/connection.ts';
import { lockSource, openTenant } from '../store/imports.ts';
import type { ImportFormat } from './format.ts';
import { nearest } from './nearest.ts';
import { shorten } from './values/badValue.ts';
import { isCurrency } from './values/currency.ts';

/** Whose facts a file holds, and what to make of an artist who is not there yet. */
export interface ArtistChoice {
  slug: string;
  create?: boolean;
  /** Slug of the tenant, where that may have to be made too. */
  tenant?: string;
  name?: string;
  timeZone?: string;
  currency?: string;
}

/** Stands for the artist of what belongs to the tenant. */
const noArtist: Artist = {
  artistId: '',
  slug: '',
  name: '',
  genre: null,
  city: null,
  country: null,
  timeZone: 'UTC',
  currency: 'USD',
  startedOn: null,
  isDemo: false,
};

/**
 * The artist of a file, or nobody where its facts are the tenant's and no artist is named.
 * @throws EncoreError IMPORT_NO_ARTIST; what `chooseArtist` throws
 */
export async function ownerOf(
  tx: TenantTx,
  { target, name }: ImportFormat,
  choice: ArtistChoice | undefined
): Promise<{ artist: Artist; created: boolean }> {
  if (choice) return chooseArtist(tx, choice);
  if (target.scope === 'tenant') return { artist: noArtist, created: false };
  throw badRequest(
    'IMPORT_NO_ARTIST',
    `${name}: say whose facts these are with --artist <slug> (artist over HTTP)`,
    'artist'
  );
}

const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Finds the artist, or makes one when the choice says so.
 * @throws EncoreError IMPORT_BAD_ARTIST, IMPORT_UNKNOWN_ARTIST (with the slugs that come close)
 */
export async function chooseArtist(tx: TenantTx, choice: ArtistChoice): Promise<{ artist: Artist; created: boolean }> {
  const { slug } = choice;
  if (!slugShape.test(slug) || slug.length > 120) {
    throw badRequest(
      'IMPORT_BAD_ARTIST',
      `"${shorten(slug, 60)}" is no slug; write lower-case letters, digits and hyphens, e.g. the-rosewood-band`,
      'artist'
    );
  }
  const [artist] = await findArtists(tx, [slug]);
  if (artist) return { artist, created: false };
  if (!choice.create) throw await unknown(tx, slug);
  const { timeZone, currency, tenant } = choice;
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw badRequest(
      'IMPORT_BAD_ARTIST',
      `"${shorten(timeZone, 60)}" is not a time zone; write it as Europe/Berlin`,
      'timeZone'
    );
  }
  if (currency !== undefined && !isCurrency(currency)) {
    throw badRequest(
      'IMPORT_BAD_ARTIST',
      `"${shorten(currency, 60)}" is not a currency; write its ISO 4217 code, e.g. USD`,
      'currency'
    );
  }
  if (tenant !== undefined) await openTenant(tx, tenant);
  // Another import may be making the same artist: wait for it, then look again.
  await lockSource(tx, slug, 'artist');
  const [made] = await findArtists(tx, [slug]);
  if (made) return { artist: made, created: false };
  return {
    artist: await createArtist(tx, {
      slug,
      name: shorten(choice.name?.trim() || nameOf(slug), 200),
      timeZone,
      currency,
    }),
    created: true,
  };
}

const nameOf = (slug: string): string =>
  slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

async function unknown(tx: TenantTx, slug: string) {
  const slugs = (await listArtists(tx)).map((artist) => artist.slug);
  const near = nearest(slug, slugs, 5);
  const hint = near.length > 0 ? `; did you mean ${near.join(', ')}?` : '';
  return notFound(
    'IMPORT_UNKNOWN_ARTIST',
    `no artist "${slug}"${hint} To make a new artist, add --create (create: true over HTTP)`.replace('" To', '". To'),
    'artist'
  );
}
