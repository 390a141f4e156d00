import { badRequest, notFound } from '../errors.ts';
import type { Artist } from '../store/artists.ts';
import { findArtists, listArtists } from '../store/artists.ts';
import type { TenantTx } from '../store/connection.ts';
import type { Metric } from '../store/metrics.ts';
import { findMetric } from '../store/metrics.ts';

/** @throws EncoreError 404 that names the parameter and the nearest artists */
export async function requireArtist(tx: TenantTx, slug: string): Promise<Artist> {
  const [artist] = await findArtists(tx, [slug]);
  if (!artist) throw await unknownArtist(tx, slug, 'artist');
  return artist;
}

/** An empty list means all artists. */
export async function requireArtists(tx: TenantTx, slugs: readonly string[]): Promise<Artist[]> {
  if (slugs.length === 0) return listArtists(tx);
  const artists = await findArtists(tx, slugs);
  const found = new Set(artists.map(({ slug }) => slug));
  const missing = slugs.find((slug) => !found.has(slug));
  if (missing !== undefined) throw await unknownArtist(tx, missing, 'artists');
  return artists;
}

async function unknownArtist(tx: TenantTx, slug: string, field: string) {
  const known = (await listArtists(tx)).map((artist) => artist.slug).slice(0, 5);
  const advice = known.length
    ? `choose one of the artists that exist, e.g. ${known.join(', ')}`
    : 'no artist exists yet; import a file with --create first';
  return notFound('ARTIST_UNKNOWN', `there is no artist "${slug}"; ${advice}`, field);
}

export function requireMetric(name: string): Metric {
  const metric = findMetric(name);
  if (!metric)
    throw badRequest('METRIC_UNKNOWN', `there is no metric "${name}"; see the query type "metrics"`, 'metric');
  return metric;
}
