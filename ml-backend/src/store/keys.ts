import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, TenantTx } from './connection.ts';

export type Scope = 'read' | 'write' | 'admin';

export interface KeyIdentity {
  tenantId: string;
  keyId: string;
  name: string;
  scopes: Scope[];
  expiresAt: Date | null;
}

/** Keys are random and long, so a plain SHA-256 is enough: there is no dictionary to try. */
export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex');

export const newKey = (): string => `enc_${randomBytes(32).toString('base64url')}`;

/**
 * Who presents this key. The tenant is not known yet: the policy `by_hash` shows the one row with that hash.
 * @returns undefined for a key that is unknown, revoked or expired
 */
export async function findKey(db: Db, key: string): Promise<KeyIdentity | undefined> {
  const hash = hashKey(key);
  const row = await db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('app.key_hash', ${hash}, true)`.execute(tx);
    return tx
      .selectFrom('api_key')
      .select(['tenant_id', 'key_id', 'name', 'scopes', 'expires_at'])
      .where('hash', '=', hash)
      .where('revoked_at', 'is', null)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', sql<Date>`now()`)]))
      .executeTakeFirst();
  });
  return (
    row && {
      tenantId: row.tenant_id,
      keyId: row.key_id,
      name: row.name,
      scopes: row.scopes as Scope[],
      expiresAt: row.expires_at,
    }
  );
}

/** Stores a key by its hash; the key itself is never stored. An equal key is kept as it is. */
export async function addKey(tx: TenantTx, key: string, name: string, scopes: Scope[]): Promise<void> {
  const hash = hashKey(key);
  const known = await tx.selectFrom('api_key').select('key_id').where('hash', '=', hash).executeTakeFirst();
  if (known) return;
  await tx.insertInto('api_key').values({ tenant_id: tx.tenantId, name, hash, scopes }).execute();
}
