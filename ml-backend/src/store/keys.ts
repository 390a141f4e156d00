import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { badRequest, notFound } from '../errors.ts';
import type { Db, TenantTx } from './connection.ts';
import { withTenant } from './connection.ts';

const allScopes = ['read', 'write', 'admin'] as const;
export type Scope = (typeof allScopes)[number];

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

/**
 * Stores a key by its hash; the key itself is never stored. An equal key is kept as it is.
 * @returns the id of the new row; undefined where the key was there, revoked or not
 */
export async function addKey(tx: TenantTx, key: string, name: string, scopes: Scope[]): Promise<string | undefined> {
  const hash = hashKey(key);
  const known = await tx.selectFrom('api_key').select('key_id').where('hash', '=', hash).executeTakeFirst();
  if (known) return undefined;
  const values = { tenant_id: tx.tenantId, name, hash, scopes };
  return (await tx.insertInto('api_key').values(values).returning('key_id').executeTakeFirstOrThrow()).key_id;
}

/** What is known of a key, without its hash. */
export interface KeyRecord {
  keyId: string;
  name: string;
  scopes: Scope[];
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

/** The tenant's keys in the order in which they were made, revoked ones too. */
export async function listKeys(tx: TenantTx): Promise<KeyRecord[]> {
  const rows = await tx
    .selectFrom('api_key')
    .select(['key_id', 'name', 'scopes', 'created_at', 'expires_at', 'revoked_at', 'last_used_at'])
    .orderBy('created_at')
    .orderBy('key_id')
    .execute();
  return rows.map((row) => ({
    keyId: row.key_id,
    name: row.name,
    scopes: row.scopes as Scope[],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  }));
}

/**
 * Ends a key for good; the row stays as a record.
 * @returns its name
 * @throws EncoreError KEY_UNKNOWN when the tenant has no such key in use
 */
export async function revokeKey(tx: TenantTx, keyId: string): Promise<string> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(keyId);
  const row =
    isId &&
    (await tx
      .updateTable('api_key')
      .set({ revoked_at: sql<Date>`now()` })
      .where('key_id', '=', keyId)
      .where('revoked_at', 'is', null)
      .returning('name')
      .executeTakeFirst());
  if (row) return row.name;
  throw notFound('KEY_UNKNOWN', `there is no key "${keyId}" to revoke; "encore key list" shows the ids`, 'key');
}

/** Notes that a key was used, to the minute: most requests write nothing. */
export async function noteKeyUse(db: Db, { tenantId, keyId }: KeyIdentity): Promise<void> {
  await withTenant(db, tenantId, (tx) =>
    tx
      .updateTable('api_key')
      .set({ last_used_at: sql<Date>`now()` })
      .where('key_id', '=', keyId)
      .where((eb) =>
        eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<', sql<Date>`now() - interval '1 minute'`)])
      )
      .execute()
  );
}

/**
 * Scopes from a list such as `read,write`.
 * @throws EncoreError SCOPES_INVALID for a word that is no scope
 */
export function parseScopes(list: string): Scope[] {
  const words = list.split(',').map((word) => word.trim());
  const scopes = allScopes.filter((scope) => words.includes(scope));
  const wrong = words.find((word) => !allScopes.some((scope) => scope === word));
  if (wrong === undefined) return scopes;
  throw badRequest('SCOPES_INVALID', `"${wrong}" is not a scope; write some of ${allScopes.join(',')}`, 'scopes');
}
