import type pg from 'pg';

/**
 * Counts what the tables hold, so that the first dashboards are planned by it: autovacuum would come a minute later.
 * @param pool as the owner; another role's tables are passed over by PostgreSQL, with a warning
 */
export async function takeStatistics(pool: pg.Pool): Promise<void> {
  // Without them nothing is wrong, only slow for a while: no reason to take back what was loaded.
  await pool.query('ANALYZE').catch(() => undefined);
}
