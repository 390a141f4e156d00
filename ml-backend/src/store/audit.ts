import type { TenantTx } from './connection.ts';

/** Who did what to what. Written in the transaction of the deed itself. */
export async function audit(
  tx: TenantTx,
  actor: string,
  action: string,
  subject: string,
  detail: Record<string, unknown>
): Promise<void> {
  await tx
    .insertInto('audit_log')
    .values({ tenant_id: tx.tenantId, actor, action, subject, detail: JSON.stringify(detail) })
    .execute();
}
