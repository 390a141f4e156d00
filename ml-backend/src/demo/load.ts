import { sql } from 'kysely';
import type pg from 'pg';
import { EncoreError } from '../errors.ts';
import { withBulkTenant } from '../store/bulk.ts';
import type { TenantTx } from '../store/connection.ts';
import type { Day } from './calendar.ts';
import { dayOf, yearOf } from './calendar.ts';
import { simulateCareer } from './career.ts';
import { CareerIds, venueId } from './ids.ts';
import { makeProfile } from './profile.ts';
import { sharedTables } from './shared.ts';
import { DemoStage } from './stage.ts';
import { takeStatistics } from './statistics.ts';
import { tablesOf } from './tables.ts';
import { truthTables } from './truthTables.ts';
import type { World } from './world.ts';
import { makeWorld } from './world.ts';

export interface DemoOptions {
  artists: number;
  years: number;
  seed: number;
  /** Last day of history. */
  end: Day;
  /** Load nothing where the tenant has an artist already. */
  ifEmpty?: boolean;
  /** Incidents that are injected, as a factor on the usual number; 0 makes quiet careers. */
  incidents?: number;
  /** As the owner: the labels go to the schema `truth`. They are left out where this is, and so are the statistics. */
  truthPool?: pg.Pool;
  signal: AbortSignal;
  /** What is being done and how much of it. */
  progress?: (step: 'Simulating careers' | 'Loading tables', done: number, total: number) => void;
}

export interface DemoResult {
  /** False when the tenant had artists and `ifEmpty` was asked for. */
  loaded: boolean;
  artists: number;
  rows: number;
  /** Rows of labels; null where they were left out. */
  labels: number | null;
}

/**
 * Simulates careers and loads them into a tenant in one transaction: all of the demo is there or nothing of it.
 * Labels are written by the owner in a transaction of their own, which ends right after the one of the facts; then the
 * owner takes the tables' statistics.
 * @throws EncoreError DEMO_EXISTS when one of its artists is there already; the signal's reason when it fires
 */
export async function loadDemo(pool: pg.Pool, tenantId: string, options: DemoOptions): Promise<DemoResult> {
  const { truthPool, signal } = options;
  if (!truthPool) return loadFacts(pool, tenantId, options, undefined);
  const result = await withBulkTenant(truthPool, tenantId, signal, (bulk) =>
    loadFacts(pool, tenantId, options, new DemoStage(bulk, 'truth'))
  );
  if (result.loaded) await takeStatistics(truthPool);
  return result;
}

async function loadFacts(
  pool: pg.Pool,
  tenantId: string,
  options: DemoOptions,
  labels: DemoStage | undefined
): Promise<DemoResult> {
  const { artists, years, seed, end, incidents, signal, progress } = options;
  return withBulkTenant(pool, tenantId, signal, async (bulk) => {
    const there = await artistsThere(bulk.tx);
    if (options.ifEmpty && there.size > 0) return { loaded: false, artists: there.size, rows: 0, labels: null };
    const world = makeWorld(seed);
    const profiles = Array.from({ length: artists }, (_, index) => makeProfile(world, index, { years, end }));
    refuseDoubles(there, profiles);
    const known = new Map(profiles.map(({ name, slug }) => [name, new CareerIds(tenantId, slug).artist]));
    const venues = await venueIds(bulk.tx, world);
    const stage = new DemoStage(bulk);
    const from = dayOf(yearOf(end) - years, 0, 1);
    for (const rows of sharedTables(world, venues, from, end)) await stage.add(rows);
    for (let index = 0; index < artists; index++) {
      const career = simulateCareer(seed, index, { years, end, incidents, world });
      const identity = { ids: new CareerIds(tenantId, career.slug), venues, artists: known };
      for (const rows of tablesOf(career, identity)) await stage.add(rows);
      if (labels) for (const rows of truthTables(career.truth, identity.ids)) await labels.add(rows);
      progress?.('Simulating careers', index + 1, artists);
      // Lets the signal and the progress line through between two careers.
      await new Promise(setImmediate);
      signal.throwIfAborted();
    }
    await stage.finish((done, total) => {
      progress?.('Loading tables', done, total);
      signal.throwIfAborted();
    });
    await labels?.finish(() => signal.throwIfAborted());
    return { loaded: true, artists, rows: stage.rows, labels: labels?.rows ?? null };
  });
}

async function artistsThere(tx: TenantTx): Promise<Set<string>> {
  // Two starts at once would both find an empty tenant.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`encore demo ${tx.tenantId}`}, 0))`.execute(tx);
  const rows = await tx.selectFrom('artist').select('slug').execute();
  return new Set(rows.map(({ slug }) => slug));
}

function refuseDoubles(there: ReadonlySet<string>, wanted: ReadonlyArray<{ slug: string; name: string }>): void {
  const doubles = wanted.filter(({ slug }) => there.has(slug));
  if (doubles.length === 0) return;
  const first = doubles[0]!;
  const others = doubles.length > 1 ? ` and ${doubles.length - 1} more of the demo's artists are` : ' is';
  throw new EncoreError(
    'DEMO_EXISTS',
    409,
    `"${first.name}" (${first.slug})${others} in this tenant already; nothing was loaded. Use --if-empty to skip, or --tenant for another tenant`,
    'artists'
  );
}

/** Ids of the simulator's rooms; a room that the tenant knows already keeps its id. */
async function venueIds(tx: TenantTx, { venues }: World): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('venue').select(['venue_key', 'venue_id']).execute();
  const known = new Map(rows.map((row) => [row.venue_key, row.venue_id]));
  return new Map(venues.map(({ key }) => [key, known.get(key) ?? venueId(tx.tenantId, key)]));
}
