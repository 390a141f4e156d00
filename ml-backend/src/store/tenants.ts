import { createHash } from 'node:crypto';
import { badRequest, notFound } from '../errors.ts';
import type { Db } from './connection.ts';
import { withTenant } from './connection.ts';

export const defaultTenant = 'default';

const slugRule = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The identity of a tenant follows from its slug; the database holds the same rules (`encore.tenant_id_of`, `encore.slug`).
 * @throws EncoreError TENANT_INVALID for a text that is no slug
 */
export function tenantIdOf(slug: string): string {
  if (!slugRule.test(slug) || slug.length > 120) {
    throw badRequest(
      'TENANT_INVALID',
      `"${slug}" is not a tenant's slug; write small letters and digits in words joined by "-", such as blue-note (120 at most)`,
      'tenant'
    );
  }
  const hex = createHash('md5').update(`encore:tenant:${slug}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Makes the tenant when it is not there yet. */
export async function ensureTenant(db: Db, slug: string, name = slug): Promise<string> {
  const tenantId = tenantIdOf(slug);
  await withTenant(db, tenantId, (tx) =>
    tx
      .insertInto('tenant')
      .values({ tenant_id: tenantId, slug, name })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  );
  return tenantId;
}

/**
 * The tenant of a slug, which must be there.
 * @throws EncoreError TENANT_INVALID, TENANT_UNKNOWN
 */
export async function requireTenant(db: Db, slug: string): Promise<string> {
  const tenantId = tenantIdOf(slug);
  const found = await withTenant(db, tenantId, (tx) => tx.selectFrom('tenant').select('slug').executeTakeFirst());
  if (found) return tenantId;
  throw notFound('TENANT_UNKNOWN', `there is no tenant "${slug}"; the first one is "${defaultTenant}"`, 'tenant');
}

/** Slugs of all tenants; only the owner's connection sees more than none. */
export async function listTenants(owner: Db): Promise<Array<{ tenantId: string; slug: string }>> {
  const rows = await owner.selectFrom('tenant').select(['tenant_id', 'slug']).orderBy('slug').execute();
  return rows.map((row) => ({ tenantId: row.tenant_id, slug: row.slug }));
}
