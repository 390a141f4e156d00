import { notFound } from '../errors.ts';
import type { Db } from '../store/connection.ts';
import { withTenant } from '../store/connection.ts';
import type { TenantTx } from '../store/connection.ts';
import { closeLostImports, findImport, listImports } from '../store/imports.ts';
import type { Notice } from './notices.ts';
import type { Rejection } from './report.ts';

/** The latest imports of a tenant first. */
export async function recentImports(db: Db, tenantId: string, limit: number) {
  return (await read(db, tenantId, (tx) => listImports(tx, limit))).map(view);
}

/** One import with its rejected rows. @throws EncoreError IMPORT_UNKNOWN */
export async function oneImport(db: Db, tenantId: string, importId: string) {
  const run = await read(db, tenantId, (tx) => findImport(tx, importId));
  if (!run) throw notFound('IMPORT_UNKNOWN', `there is no import ${importId}`, 'id');
  return { ...view(run), rejected: run.rejected as Rejection[] };
}

const read = <T>(db: Db, tenantId: string, work: (tx: TenantTx) => Promise<T>): Promise<T> =>
  withTenant(db, tenantId, async (tx) => {
    await closeLostImports(tx);
    return work(tx);
  });

/** Times as text. JSON columns hold what `importFile` wrote into them. */
const view = <T extends { startedAt: Date; finishedAt: Date | null; notices: unknown }>(run: T) => ({
  ...run,
  notices: run.notices as Notice[],
  startedAt: run.startedAt.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
});
