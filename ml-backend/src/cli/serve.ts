import type { Command } from 'commander';
import { pino } from 'pino';
import { buildApp } from '../app.ts';
import type { Config } from '../config.ts';
import { ConfigError, readConfig } from '../config.ts';
import { openQueue } from '../jobs/queue.ts';
import { refreshForecasts } from '../jobs/refreshForecasts.ts';
import { rehearse } from '../http/rehearse.ts';
import { closeWithParent } from '../lifecycle.ts';
import { embeddedDatabaseDir } from './embedded.ts';
import { readFirstKey } from './firstKey.ts';
import { createForecaster } from '../serving/forecaster.ts';
import { connect, createPool, openConnections } from '../store/connection.ts';
import { watchDatabase } from '../store/pulse.ts';

/** `encore serve`: the API. Prints one line of JSON when it listens; the log goes to stderr. */
export function register(program: Command): void {
  program
    .command('serve')
    .description('answer queries over HTTP')
    .action(() => serve(readConfig(process.env)));
}

// More at once only wait for each other on the database's cores.
const connections = 4;
// A panel that waits longer is left; imports have connections of their own.
const longestStatementMs = 20_000;

async function serve(config: Config): Promise<void> {
  const logger = pino({ level: config.logLevel, name: 'api' }, pino.destination({ dest: 2, sync: false }));
  const db = connect(config.databaseUrl, {
    max: connections,
    applicationName: 'encore-api',
    statementTimeoutMs: longestStatementMs,
  });
  const pool = createPool(config.databaseUrl, { max: 4, applicationName: 'encore-api-copy' });
  const forecaster = createForecaster();
  const queue = await openQueue(config.databaseAdminUrl, logger, false);
  const firstKey = config.apiKey ?? (await readFirstKey(config.dataDir));
  const pulse = watchDatabase(config.databaseUrl);
  const app = await buildApp({
    db,
    pool,
    services: { db, forecaster },
    logger,
    pulse,
    uploadBytes: config.uploadBytes,
    databaseDir: embeddedDatabaseDir(config),
    previewKey: firstKey,
    onFacts: (artistId, tenantId) => queue.enqueue(refreshForecasts, { tenantId, artistId }, `${tenantId}/${artistId}`),
  });
  closeWithParent(async () => {
    await app.close();
    await pulse.close();
    await queue.close();
    await forecaster.close();
    await Promise.all([db.destroy(), pool.end()]);
  }, logger);
  await app.ready();
  await openConnections(db, connections);
  if (firstKey) await rehearse(app, db, firstKey);
  const listening = await app.listen({ host: config.host, port: config.port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
      throw new ConfigError('HOST', `this machine has no address "${config.host}"; use 127.0.0.1`);
    }
    if (error.code !== 'EADDRINUSE') throw error;
    throw new ConfigError(
      'PORT',
      `${config.port} is taken on ${config.host}; stop what listens there, or set PORT to another one (0 takes any free port)`
    );
  });
  process.stdout.write(`${JSON.stringify({ listening })}\n`);
}
