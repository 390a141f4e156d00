import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { countArtists } from '../store/artists.ts';
import type { Db } from '../store/connection.ts';
import { withTenant } from '../store/connection.ts';
import { listMigrations } from '../store/migrate.ts';
import type { Pulse } from '../store/pulse.ts';
import { version } from '../version.ts';
import { ErrorBody } from './errors.ts';

const Check = Type.Object({ ok: Type.Boolean(), message: Type.String() });
const Ready = Type.Object({
  status: Type.Enum(['ready', 'not ready']),
  version: Type.String(),
  database: Check,
  migrations: Check,
  models: Check,
});

/** Liveness says that the process answers; readiness that it can answer with data. */
export const healthRoutes: FastifyPluginAsyncTypebox<{
  db: Db;
  pulse?: Pulse;
  models: () => { ok: boolean; message: string };
}> = async (app, { db, pulse, models }) => {
  const expected = (await listMigrations()).map(({ name }) => name);

  app.get(
    '/health/live',
    {
      schema: {
        summary: 'The process answers',
        tags: ['health'],
        security: [],
        response: { 200: Type.Object({ status: Type.Literal('live'), version: Type.String() }) },
      },
    },
    async () => ({
      status: 'live' as const,
      version,
    })
  );

  app.get(
    '/health/ready',
    {
      schema: {
        summary: 'Database, migrations and models are there',
        tags: ['health'],
        security: [],
        response: { 200: Ready, 503: Ready },
      },
    },
    async (_request, reply) => {
      const ask = (probe: () => Promise<State>) => (pulse?.away ? silent : check(probe));
      const database = await ask(() => serverVersion(db));
      const migrations = await ask(() => migrationState(db, expected));
      const modelState = database.ok ? models() : { ok: false, message: 'not known without a database' };
      const ready = database.ok && migrations.ok && modelState.ok;
      return reply
        .code(ready ? 200 : 503)
        .send({ status: ready ? 'ready' : 'not ready', version, database, migrations, models: modelState });
    }
  );

  app.get(
    '/v1/health',
    {
      schema: {
        summary: 'What a data source should know after "Save & test"',
        tags: ['health'],
        response: {
          200: Type.Object({
            version: Type.String(),
            database: Type.String(),
            key: Type.String(),
            artists: Type.Integer(),
          }),
          '4xx': ErrorBody,
          '5xx': ErrorBody,
        },
      },
    },
    async (request) => ({
      version,
      database: (await serverVersion(db)).message,
      key: request.auth.name,
      artists: await withTenant(db, request.auth.tenantId, countArtists),
    })
  );
};

interface State {
  ok: boolean;
  message: string;
}

const silent: State = { ok: false, message: 'the database does not answer' };
const patienceMs = 1_500;

async function check(probe: () => Promise<State>): Promise<State> {
  const over = new AbortController();
  try {
    return await Promise.race([probe(), sleep(patienceMs, silent, { signal: over.signal })]);
  } catch (error) {
    return { ok: false, message: (error as Error).message };
  } finally {
    over.abort();
  }
}

async function serverVersion(db: Db) {
  const { rows } = await sql<{ version: string }>`SELECT current_setting('server_version') AS version`.execute(db);
  return { ok: true, message: `PostgreSQL ${rows[0]?.version.split(' ')[0]}` };
}

async function migrationState(db: Db, expected: string[]) {
  const { rows } = await sql<{ name: string }>`SELECT name FROM public.encore_migration`.execute(db);
  const applied = new Set(rows.map(({ name }) => name));
  const missing = expected.filter((name) => !applied.has(name));
  return missing.length
    ? { ok: false, message: `not applied: ${missing.join(', ')}; run "npm run encore -- migrate"` }
    : { ok: true, message: `${applied.size} applied` };
}
