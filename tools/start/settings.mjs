import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataDirOf } from '../paths.mjs';
import { Refusal } from '../terminal/say.mjs';

/**
 * @typedef {object} Settings
 * @property {string} host
 * @property {number} port  0: any free one
 * @property {number} grafanaPort
 * @property {string} dataDir  absolute
 * @property {{databaseUrl: string, databaseAdminUrl: string} | undefined} database  undefined: the embedded one
 * @property {string | undefined} grafanaHome
 */

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads what `npm start` can be told by the environment.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 * @throws {Refusal} for the first variable that is wrong: its name, its value, what to write
 */
export function readSettings(env) {
  const settings = {
    host: readHost(env),
    port: readPort(env, 'PORT', 8080),
    grafanaPort: readPort(env, 'GRAFANA_PORT', 3000),
    database: readDatabase(env),
    grafanaHome: readGrafanaHome(env),
    dataDir: readDataDir(env),
  };
  const level = env.LOG_LEVEL || 'info';
  if (!levels.includes(level)) refuse('LOG_LEVEL', level, `is not a level; use one of ${levels.join(', ')}`);
  if (env.ENCORE_API_KEY && !/^[\x21-\x7e]{16,200}$/.test(env.ENCORE_API_KEY)) {
    throw new Refusal('ENCORE_API_KEY must be 16 to 200 printable characters without spaces');
  }
  if (settings.port !== 0 && settings.port === settings.grafanaPort) {
    refuse('GRAFANA_PORT', String(settings.grafanaPort), 'is PORT too; give Grafana another one');
  }
  return settings;
}

/**
 * @param {string} variable
 * @param {string} value
 * @param {string} problem
 * @returns {never}
 */
function refuse(variable, value, problem) {
  throw new Refusal(`${variable}="${value}" ${problem}`);
}

/** @param {NodeJS.ProcessEnv} env */
function readHost(env) {
  const host = env.HOST || '127.0.0.1';
  if (!/^[\w.:-]+$/.test(host))
    refuse('HOST', host, 'is not an address; write it as 127.0.0.1, ::1, 0.0.0.0 or a host name');
  return host;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} variable
 * @param {number} usual
 */
function readPort(env, variable, usual) {
  const text = env[variable] || String(usual);
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65535)) refuse(variable, text, 'is not a port; write a whole number from 0 (any free port) to 65535');
  return port;
}

/** @param {NodeJS.ProcessEnv} env */
function readDatabase(env) {
  const { DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: databaseAdminUrl } = env;
  if (!databaseUrl && !databaseAdminUrl) return undefined;
  if (!databaseUrl || !databaseAdminUrl) {
    const [has, lacks] = databaseUrl ? ['DATABASE_URL', 'DATABASE_ADMIN_URL'] : ['DATABASE_ADMIN_URL', 'DATABASE_URL'];
    throw new Refusal(
      `${has} is set and ${lacks} is not: set both for your own PostgreSQL (the application's role and the role that ` +
        'owns the tables), or neither for the embedded one'
    );
  }
  for (const [name, value] of Object.entries({ DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: databaseAdminUrl })) {
    if (!/^postgres(ql)?:\/\/[^/]/.test(value) || !URL.canParse(value)) {
      throw new Refusal(`${name} is not a PostgreSQL address; write it as postgresql://user:password@host:5432/encore`);
    }
  }
  return { databaseUrl, databaseAdminUrl };
}

/** @param {NodeJS.ProcessEnv} env */
function readGrafanaHome(env) {
  const home = env.GRAFANA_HOME;
  if (!home) return undefined;
  const program = ['grafana', 'grafana.exe'].find((name) => existsSync(join(home, 'bin', name)));
  if (!program || !existsSync(join(home, 'conf'))) {
    refuse('GRAFANA_HOME', home, 'is not a Grafana installation: it has no bin/grafana and conf/');
  }
  return home;
}

/** @param {NodeJS.ProcessEnv} env */
function readDataDir(env) {
  const dataDir = dataDirOf(env);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = /** @type {NodeJS.ErrnoException} */ (error).code;
    refuse('ENCORE_DATA_DIR', dataDir, `cannot be written (${why}); name a folder that this user may write`);
  }
  return dataDir;
}
