import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { buildApp } from '../app.ts';
import { createForecaster } from '../serving/forecaster.ts';
import { withTenant } from '../store/connection.ts';
import { addKey } from '../store/keys.ts';
import type { Scope } from '../store/keys.ts';
import { testDatabase } from '../store/testing.ts';
import type { TestDatabase } from '../store/testing.ts';

export interface TestService {
  app: FastifyInstance;
  /** One request over real HTTP. */
  ask: (request: {
    method?: string;
    url: string;
    headers?: Record<string, string>;
    payload?: unknown;
  }) => Promise<Answer>;
  database: TestDatabase;
  key: string;
  /** Facts that the service said had arrived. */
  arrived: Array<{ tenantId: string; artistId: string }>;
  addKey: (key: string, scopes: Scope[], tenantId?: string) => Promise<unknown>;
  query: (
    queries: object[],
    extra?: object
  ) => Promise<Record<string, { status: number; error?: string; frames?: TestFrame[] }>>;
  close: () => Promise<void>;
}

export interface Answer {
  statusCode: number;
  headers: Headers;
  json: () => unknown;
}

export interface TestFrame {
  schema: {
    name: string;
    meta?: { custom?: Record<string, unknown>; notices?: Array<{ text: string }> };
    fields: Array<{ name: string; labels?: Record<string, string> }>;
  };
  data: { values: unknown[][] };
}

/** The service as it is, on a database of its own and a free port of 127.0.0.1. */
export async function testService(): Promise<TestService> {
  const database = await testDatabase();
  const forecaster = createForecaster();
  const key = 'enc_test_key_of_the_default_tenant';
  const arrived: TestService['arrived'] = [];
  const app = await buildApp({
    db: database.db,
    pool: database.pool,
    services: { db: database.db, forecaster },
    logger: pino({ level: 'silent' }),
    onFacts: async (artistId, tenantId) => void arrived.push({ tenantId, artistId }),
  });
  const add: TestService['addKey'] = (text, scopes, tenantId = database.tenantId) =>
    withTenant(database.db, tenantId, (tx) => addKey(tx, text, 'test', scopes));
  await add(key, ['read', 'write', 'admin']);
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const ask: TestService['ask'] = async ({ method = 'GET', url, headers = {}, payload }) => {
    const body = payload === undefined ? undefined : JSON.stringify(payload);
    const answer = await fetch(`${address}${url}`, {
      method,
      body,
      headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    });
    const text = await answer.text();
    return { statusCode: answer.status, headers: answer.headers, json: () => JSON.parse(text) as unknown };
  };
  return {
    app,
    ask,
    database,
    key,
    arrived,
    addKey: add,
    async query(queries, extra = {}) {
      const answer = await ask({
        method: 'POST',
        url: '/v1/grafana/query',
        headers: { authorization: `Bearer ${key}` },
        payload: { queries, timeRange: { from: 0, to: Date.UTC(2030, 0, 1) }, ...extra },
      });
      return (answer.json() as { results: Awaited<ReturnType<TestService['query']>> }).results;
    },
    async close() {
      await app.close();
      await forecaster.close();
      await database.close();
    },
  };
}

/** A frame's columns by name; labelled ones as `name/level`. */
export function columns(frame: TestFrame | undefined): Record<string, unknown[]> {
  const entries = frame?.schema.fields.map(({ name, labels }, index) => [
    labels?.level ? `${name}/${labels.level}` : name,
    frame.data.values[index]!,
  ]);
  return Object.fromEntries(entries ?? []) as Record<string, unknown[]>;
}
