import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from './bootstrap.mjs';
import { childEnv } from './bootstrap/environment.mjs';
import { LockHeldError, takeLock } from './processes/lock.mjs';
import { cancelAll, Cancelled } from './processes/run.mjs';
import { sayAddresses } from './start/addresses.mjs';
import { backendSpec, readyLine, runCli } from './start/backend.mjs';
import { hasDatabase, openDatabase } from './start/database.mjs';
import { findGrafana, grafanaSpec } from './start/grafana.mjs';
import { claimPort } from './start/ports.mjs';
import { readSettings } from './start/settings.mjs';
import { Supervisor } from './start/supervisor.mjs';
import { step } from './terminal/progress.mjs';
import { Refusal, say, yellow } from './terminal/say.mjs';

/** @typedef {import('./start/settings.mjs').Settings} Settings */

/**
 * `npm start`: everything that Encore needs, until it is told to end.
 * @param {string[]} args
 * @param {AbortSignal} ended  aborted by Ctrl-C, SIGTERM or when whoever started us is gone
 */
export async function start(args, ended) {
  const began = Date.now();
  const demo = readArguments(args);
  const settings = readSettings(process.env);
  const release = lockFolder(settings.dataDir);
  const supervisor = new Supervisor();
  const stopped = new Promise((resolve) => ended.addEventListener('abort', resolve));
  const work = bringUp(supervisor, settings, demo, began);
  try {
    await Promise.race([work.then(() => stopped), supervisor.failed, stopped]);
  } finally {
    cancelAll();
    await step('Stopping', async () => {
      await supervisor.stop();
      await work.catch(() => undefined);
      await supervisor.stop();
    });
    release();
  }
}

/**
 * @param {string[]} args
 * @returns {boolean} are demo careers wanted?
 */
function readArguments(args) {
  const unknown = args.find((arg) => arg !== '--no-demo');
  if (unknown)
    throw new Refusal(`npm start does not know "${unknown}"; it takes --no-demo (start with an empty database)`);
  return !args.includes('--no-demo');
}

/** @param {string} dataDir */
function lockFolder(dataDir) {
  try {
    return takeLock(join(dataDir, 'start.lock'), 'npm start');
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    throw new Refusal(
      `Encore runs on ${dataDir} already (process ${error.holder.pid}); stop that one, or use another folder and port: ` +
        'ENCORE_DATA_DIR=.encore-2 PORT=8081 npm start'
    );
  }
}

/**
 * @param {Supervisor} supervisor
 * @param {Settings} settings
 * @param {boolean} demo
 * @param {number} began  epoch ms
 */
async function bringUp(supervisor, settings, demo, began) {
  const { dataDir, host } = settings;
  const grafana = findGrafana(settings.grafanaHome);
  const port = await claimPort('PORT', host, settings.port);
  const grafanaPort = grafana && (await claimPort('GRAFANA_PORT', '127.0.0.1', settings.grafanaPort));
  const { goMissing } = await prepare(
    grafana ? ['backend', 'go', 'plugin', 'preview'] : ['backend', 'plugin', 'preview']
  );
  mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o700 });
  const log = (/** @type {string} */ name) => join(dataDir, 'logs', `${name}.log`);

  const isNew = !settings.database && !hasDatabase(dataDir);
  const database = settings.database ?? (await embeddedDatabase(supervisor, dataDir, isNew));
  const env = {
    ...childEnv(),
    HOST: host,
    PORT: String(port),
    ENCORE_DATA_DIR: dataDir,
    DATABASE_URL: database.databaseUrl,
    DATABASE_ADMIN_URL: database.databaseAdminUrl,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
  };
  await step('Bringing the tables up to date', (detail) => runCli(['migrate'], env, detail));
  const loadDemo = (/** @type {(text: string) => void} */ detail) => runCli(['demo', '--if-empty'], env, detail);
  await Promise.all([runCli(['key', 'ensure'], env), demo && step('Loading the demo careers', loadDemo)]);
  if (demo && isNew) await step('Making the first forecasts', (detail) => train(env, detail));

  const api = await step('Starting the API and the worker', () => startBackend(supervisor, env, log));
  if (grafana && grafanaPort && !goMissing) {
    const apiKey = readFileSync(join(dataDir, 'api-key'), 'utf8').trim();
    const options = {
      dataDir,
      logFile: log('grafana'),
      port: grafanaPort,
      apiUrl: api,
      apiKey,
      env: childEnv(),
    };
    await step('Starting Grafana', () => supervisor.start(grafanaSpec(grafana, options)));
  }
  const running = goMissing ? undefined : grafanaPort;
  sayAddresses({ api, grafanaPort: running, goMissing, dataDir, tookMs: Date.now() - began });
}

/**
 * What the forecast dashboard opens with. The worker makes the rest, so a failure here is no reason not to start.
 * @param {NodeJS.ProcessEnv} env
 * @param {(detail: string) => void} detail
 */
async function train(env, detail) {
  try {
    await runCli(['train', '--metrics', 'revenue'], env, detail);
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Cancelled) throw error;
    say(`${error.details.trimEnd()}\n${yellow('Not every forecast could be made; the worker tries again.')}`);
  }
}

/**
 * @param {Supervisor} supervisor
 * @param {string} dataDir
 * @param {boolean} isNew
 */
async function embeddedDatabase(supervisor, dataDir, isNew) {
  const title = isNew ? 'Making the database' : 'Starting PostgreSQL';
  /** @type {number | undefined} */
  let port;
  const open = async () => {
    // The services know it by its address, so that must stay as it is.
    const postgres = await openDatabase(dataDir, port);
    port = postgres.port;
    return postgres;
  };
  const hint = `Its log: ${join(dataDir, 'logs', 'postgres.log')}`;
  return step(title, () => supervisor.keep('PostgreSQL', open, hint));
}

/**
 * @param {Supervisor} supervisor
 * @param {NodeJS.ProcessEnv} env
 * @param {(name: string) => string} log
 * @returns {Promise<string>} the API's address for callers on this machine
 */
async function startBackend(supervisor, env, log) {
  let api = '';
  let working = false;
  const apiReady = async () =>
    api !== '' && (await fetch(`${api}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  const onApiLine = (/** @type {string} */ line) => void (api = reachable(readyLine(line).listening ?? api));
  const onWorkerLine = (/** @type {string} */ line) => void (working ||= readyLine(line).working !== undefined);
  await Promise.all([
    supervisor.start(backendSpec('api', ['serve'], { env, logFile: log('api'), onLine: onApiLine, ready: apiReady })),
    supervisor.start(
      backendSpec('worker', ['work'], { env, logFile: log('worker'), onLine: onWorkerLine, ready: async () => working })
    ),
  ]);
  return api;
}

/**
 * The address for a caller on this machine: a server on all interfaces has none of its own.
 * @param {string} address
 */
function reachable(address) {
  return address.replace('//0.0.0.0', '//127.0.0.1').replace('//[::]', '//[::1]').replace(/\/$/, '');
}
