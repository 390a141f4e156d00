import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../tools/postgres.mjs';
import { parseDay } from './demo/calendar.ts';
import { loadDemo } from './demo/load.ts';
import type { Sample } from './queries/describe.ts';
import { describeQueries } from './queries/describe.ts';
import { queryTypes } from './queries/index.ts';
import { runQuery } from './queries/run.ts';
import { createForecaster } from './serving/forecaster.ts';
import { listArtists } from './store/artists.ts';
import { connect, createPool, withTenant } from './store/connection.ts';
import { migrate } from './store/migrate.ts';
import { defaultTenant, ensureTenant } from './store/tenants.ts';

const file = new URL('../../docs/queries.md', import.meta.url);
const lastDay = '2025-12-31';
const now = new Date('2026-01-01T12:00:00Z');

/** docs/queries.md from real answers of a fixed simulated career: the same on every machine and day. */
async function queriesDocument(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'encore-docs-'));
  const server = await startPostgres({ dataDir, durable: false });
  const db = connect(server.databaseUrl, { max: 4 });
  const pool = createPool(server.databaseUrl, { max: 2 });
  const forecaster = createForecaster();
  try {
    await migrate(server.databaseAdminUrl, server.databaseUrl);
    const tenantId = await ensureTenant(db, defaultTenant);
    await loadDemo(pool, tenantId, {
      artists: 1,
      years: 4,
      seed: 1,
      end: parseDay(lastDay),
      signal: new AbortController().signal,
    });
    const [artist] = await withTenant(db, tenantId, listArtists);
    const timeRange = { from: Date.UTC(2025, 0, 1), to: now.getTime() };
    const samples = new Map<string, Sample>();
    for (const { name, params } of queryTypes) {
      const request = { refId: 'A', queryType: name, params: example(artist!.slug, params.properties) };
      const result = await runQuery(request, {
        tenantId,
        timeRange,
        fromAlert: false,
        now,
        services: { db, forecaster },
      });
      samples.set(name, { request: { queries: [request], timeRange }, result });
    }
    return describeQueries(queryTypes, (name) => samples.get(name)!);
  } finally {
    await forecaster.close();
    await Promise.all([db.destroy(), pool.end()]);
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function example(slug: string, properties: Record<string, unknown>): Record<string, unknown> {
  return {
    ...('artist' in properties && { artist: slug }),
    ...('artists' in properties && { artists: [slug] }),
    ...('ticketPrice' in properties && { ticketPrice: 10, gigs: 2 }),
    ...('asOf' in properties && { asOf: now.toISOString() }),
  };
}

const text = await queriesDocument();
const current = await readFile(file, 'utf8').catch(() => '');
if (!process.argv.includes('--check')) await writeFile(file, text);
else if (current !== text) {
  process.stderr.write('docs/queries.md is not current; run: npm run generate\n');
  process.exitCode = 1;
}
