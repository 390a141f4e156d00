import { listArtists } from '../store/artists.ts';
import { artistsWithForeignMoney } from '../store/foreignMoney.ts';
import type { Db } from '../store/connection.ts';
import { withTenant } from '../store/connection.ts';
import { findFormat } from './catalogue.ts';
import type { ImportOutcome } from './request.ts';

/**
 * Artists whose numbers an import may have changed: the one it was for, or all where it was the tenant's.
 * Exchange rates concern those who are paid in other currencies than they report in.
 */
export async function artistsConcerned(
  db: Db,
  tenantId: string,
  { format, artistId }: Pick<ImportOutcome, 'format' | 'artistId'>
): Promise<string[]> {
  const { target } = findFormat(format);
  if (target.scope !== 'tenant') return artistId ? [artistId] : [];
  if (target.table === 'fx_rate') return withTenant(db, tenantId, artistsWithForeignMoney);
  return (await withTenant(db, tenantId, listArtists)).map((artist) => artist.artistId);
}
