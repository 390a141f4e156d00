import type { TenantTx } from '../store/connection.ts';
import type { FactIdentity } from '../store/factTarget.ts';
import { withdrawMissing } from '../store/withdrawals.ts';
import type { ImportFormat } from './format.ts';
import type { Notice } from './notices.ts';
import { rows } from './notices.ts';
import type { Unread } from './unread.ts';

/** Rows that a complete file no longer has count no more; what cannot be told completely is left as it is. */
export async function withdraw(
  tx: TenantTx,
  { complete, target }: ImportFormat,
  identity: FactIdentity,
  unread: Unread
): Promise<{ withdrawn: number; notices: Notice[] }> {
  if (!complete) return { withdrawn: 0, notices: [] };
  const [one, several] = complete.says;
  if (unread.nameless) {
    const text = `some rows do not tell their ${one}, so nothing that the file lacks was withdrawn`;
    return { withdrawn: 0, notices: [{ code: 'IMPORT_NOT_COMPLETE', text }] };
  }
  const gone = await withdrawMissing(tx, target, complete, identity, [...unread.names]);
  if (gone.rows === 0) return { withdrawn: 0, notices: [] };
  const text = `${rows(gone.rows)} of ${gone.things.toLocaleString('en')} ${gone.things === 1 ? one : several} ${gone.rows === 1 ? 'is' : 'are'} no longer in the file and ${gone.rows === 1 ? 'counts' : 'count'} no more`;
  return { withdrawn: gone.rows, notices: [{ code: 'IMPORT_WITHDRAWN', text }] };
}
