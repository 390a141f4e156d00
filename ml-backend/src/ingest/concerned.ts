import { listArtists } from '../store/artists.ts';
import type { Db } from '../store/connection.ts';
import { withTenant } from '../store/connection.ts';
import { findFormat } from './catalogue.ts';
import type { ImportOutcome } from './request.ts';

/** Artists whose numbers an import may have changed: the one it was for, or all where it was the tenant's. */
export async function artistsConcerned(
  db: Db,
  tenantId: string,
  { format, artistId }: Pick<ImportOutcome, 'format' | 'artistId'>
): Promise<string[]> {
  if (findFormat(format).target.scope !== 'tenant') return artistId ? [artistId] : [];
  return (await withTenant(db, tenantId, listArtists)).map((artist) => artist.artistId);
}
