import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import Fastify, { LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type pg from 'pg';
import { auth } from './http/auth.ts';
import { availability } from './http/availability.ts';
import { answerBroken } from './http/brokenRequest.ts';
import { closedQuery } from './http/closedQuery.ts';
import { docs } from './http/docs.ts';
import { draining } from './http/draining.ts';
import { errors, frameworkErrors } from './http/errors.ts';
import { json } from './http/json.ts';
import { healthRoutes } from './http/health.ts';
import { prometheus } from './http/metrics.ts';
import { importAbandonRoutes } from './http/importAbandon.ts';
import { importFormatRoutes } from './http/importFormats.ts';
import { importRoutes } from './http/imports.ts';
import { optionRoutes } from './http/options.ts';
import { dashboardsDir, pluginDist, previewDist } from './http/paths.ts';
import { previewRoutes } from './http/preview.ts';
import { queryRoutes } from './http/query.ts';
import { scenarioRoutes } from './http/scenarios.ts';
import type { QueryServices } from './queries/type.ts';
import { modelState } from './serving/state.ts';
import type { Db } from './store/connection.ts';
import type { Pulse } from './store/pulse.ts';

export interface AppOptions {
  db: Db;
  /** For COPY, which needs a connection of its own. */
  pool: pg.Pool;
  services: QueryServices;
  logger: FastifyBaseLogger;
  /** The key with which the preview asks; no preview without one. */
  previewKey?: string;
  /** Tells at once when the database is away; without it a request finds out for itself. */
  pulse?: Pulse;
  /** Most bytes of a tenant's unfinished uploads. */
  uploadBytes?: number;
  /** Where the embedded database has its files; the disk there must have room for an import. */
  databaseDir?: string;
  /** Facts of an artist have changed: forecasts are due. */
  onFacts: (artistId: string, tenantId: string) => Promise<void>;
}

/** The Fastify instance, ready to listen or to inject into. The caller closes it, and the database after it. */
export async function buildApp({
  db,
  pool,
  services,
  logger,
  previewKey,
  pulse,
  uploadBytes,
  databaseDir,
  onFacts,
}: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    routerOptions: { ignoreTrailingSlash: true },
    return503OnClosing: false,
    clientErrorHandler: answerBroken,
    frameworkErrors,
    forceCloseConnections: 'idle',
    ajv: {
      customOptions: {
        removeAdditional: false,
        coerceTypes: false,
        useDefaults: true,
        strict: 'log',
        keywords: ['x-options', 'x-multi', 'x-advanced'],
      },
    },
  });
  await app.register(draining);
  await app.register(errors, { databaseDir });
  await app.register(json);
  await app.register(closedQuery);
  await app.register(helmet, { contentSecurityPolicy: false });
  await app.register(underPressure, {
    maxEventLoopDelay: 2_000,
    message: 'too busy just now; try again in a moment',
    retryAfter: 2,
  });
  await app.register(rateLimit, { max: 60_000, timeWindow: '1 minute' });
  await app.register(prometheus);
  await app.register(docs);
  if (pulse) await app.register(availability, { pulse });
  await app.register(auth, { db });
  await app.register(healthRoutes, { db, pulse, models: modelState });
  await app.register(queryRoutes, { services });
  await app.register(optionRoutes, { db });
  await app.register(scenarioRoutes, { db });
  await app.register(importFormatRoutes);
  await app.register(importAbandonRoutes, { db });
  await app.register(importRoutes, { db, pool, uploadBytes, databaseDir, onImported: onFacts });
  if (previewKey) await app.register(previewRoutes, { key: previewKey, previewDist, pluginDist, dashboardsDir });
  return app;
}
