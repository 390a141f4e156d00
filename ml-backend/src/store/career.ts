import { sql } from 'kysely';
import { visibleAt } from './asOf.ts';
import type { TenantTx } from './connection.ts';

/** Epoch ms throughout; `end` null = still going or not yet. */
export interface StagePeriod {
  artistId: string;
  stage: string;
  start: number;
  end: number | null;
}

export interface Release {
  artistId: string;
  time: number;
  title: string;
  type: string;
}

export interface Milestone {
  artistId: string;
  time: number;
  title: string;
  value: number | null;
}

export interface Goal {
  artistId: string;
  title: string;
  metric: string;
  target: number;
  setOn: number;
  deadline: number;
  status: 'open' | 'reached' | 'missed' | 'dropped';
  reachedOn: number | null;
}

const ms = (column: string) => sql<number>`(extract(epoch FROM ${sql.ref(column)}) * 1000)::float8`;
const ofArtists = (artistIds: readonly string[], asOf: Date) =>
  sql`WHERE artist_id IN (${sql.join(artistIds)}) AND ${visibleAt(asOf)}`;

export async function loadStages(tx: TenantTx, artistIds: readonly string[], asOf: Date): Promise<StagePeriod[]> {
  const { rows } = await sql<StagePeriod>`
    SELECT artist_id AS "artistId", stage, ${ms('occurred_at')} AS start, ${ms('ended_on')} AS "end"
    FROM encore.stage_history ${ofArtists(artistIds, asOf)} ORDER BY occurred_at`.execute(tx);
  return rows;
}

export async function loadReleases(tx: TenantTx, artistIds: readonly string[], asOf: Date): Promise<Release[]> {
  const { rows } = await sql<Release>`
    SELECT artist_id AS "artistId", ${ms('occurred_at')} AS time, title, release_type AS type
    FROM encore.release ${ofArtists(artistIds, asOf)} ORDER BY occurred_at, title`.execute(tx);
  return rows;
}

export async function loadMilestones(tx: TenantTx, artistIds: readonly string[], asOf: Date): Promise<Milestone[]> {
  const { rows } = await sql<Milestone>`
    SELECT artist_id AS "artistId", ${ms('occurred_at')} AS time, title, value
    FROM encore.milestone ${ofArtists(artistIds, asOf)} ORDER BY occurred_at, title`.execute(tx);
  return rows;
}

export async function loadGoals(tx: TenantTx, artistIds: readonly string[], asOf: Date): Promise<Goal[]> {
  const { rows } = await sql<Goal>`
    SELECT artist_id AS "artistId", title, metric, target, ${ms('set_on')} AS "setOn", ${ms('deadline')} AS deadline, status,
      ${ms('reached_on')} AS "reachedOn"
    FROM encore.goal ${ofArtists(artistIds, asOf)} AND status <> 'dropped' ORDER BY deadline, title`.execute(tx);
  return rows;
}
