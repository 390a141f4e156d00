import { createHash } from 'node:crypto';
import type { Db } from './connection.ts';
import { withTenant } from './connection.ts';

export const defaultTenant = 'default';

/** The identity of a tenant follows from its slug; the database holds the same rule (`encore.tenant_id_of`). */
export function tenantIdOf(slug: string): string {
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

/** Slugs of all tenants; only the owner's connection sees more than none. */
export async function listTenants(owner: Db): Promise<Array<{ tenantId: string; slug: string }>> {
  const rows = await owner.selectFrom('tenant').select(['tenant_id', 'slug']).orderBy('slug').execute();
  return rows.map((row) => ({ tenantId: row.tenant_id, slug: row.slug }));
}
