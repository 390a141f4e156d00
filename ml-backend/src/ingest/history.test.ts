import { sql } from 'kysely';
import { withTenant } from '../store/connection.ts';
import { holdImport, startImport } from '../store/imports.ts';
import type { TestDatabase } from '../store/testing.ts';
import { testDatabase } from '../store/testing.ts';
import { oneImport, recentImports } from './history.ts';

describe('an import whose process was killed', () => {
  let base: TestDatabase;
  beforeAll(async () => {
    base = await testDatabase();
  });
  afterAll(() => base.close());

  const begun = async (minutesAgo: number): Promise<string> => {
    const { db, tenantId } = base;
    const importId = await startImport(db, tenantId, { format: 'gigs', fileName: 'gigs.csv', options: {} });
    await withTenant(db, tenantId, (tx) =>
      sql`UPDATE import_run SET started_at = now() - ${minutesAgo} * interval '1 minute' WHERE import_id = ${importId}`.execute(
        tx
      )
    );
    return importId;
  };
  const stateOf = async (importId: string) => (await oneImport(base.db, base.tenantId, importId)).status;

  it('is told as failed, and what to do', async () => {
    const importId = await begun(2);
    expect(await recentImports(base.db, base.tenantId, 1)).toMatchObject([
      {
        importId,
        status: 'failed',
        error: 'the import was interrupted, and nothing of it was kept; send the file again',
      },
    ]);
  });

  it('is not one that goes on, however long it takes', async () => {
    const importId = await begun(600);
    await withTenant(base.db, base.tenantId, async (tx) => {
      await holdImport(tx, importId);
      expect(await stateOf(importId)).toBe('running');
    });
    expect(await stateOf(importId)).toBe('failed');
  });

  it('is not one that has just begun', async () => {
    expect(await stateOf(await begun(0))).toBe('running');
  });
});
