import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  ConfigError,
  readApiKey,
  readDatabase,
  readHost,
  readLogLevel,
  readPort,
} from '../../ml-backend/src/environment.mjs';
import { dataDirOf, root } from '../paths.mjs';
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

/**
 * Reads what `npm start` can be told by the environment.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 * @throws {Refusal} for the first variable that is wrong: its name, its value, what to write
 */
export function readSettings(env) {
  try {
    const settings = {
      host: readHost(env),
      port: readPort(env, 'PORT', 8080),
      grafanaPort: readPort(env, 'GRAFANA_PORT', 3000),
      database: readDatabase(env),
      grafanaHome: readGrafanaHome(env),
      dataDir: readDataDir(env),
    };
    // The processes of the backend read these themselves; what is wrong shall be said before anything is built.
    readLogLevel(env);
    readApiKey(env);
    if (settings.port !== 0 && settings.port === settings.grafanaPort) {
      throw new ConfigError('GRAFANA_PORT', 'is PORT too; give Grafana another one', String(settings.grafanaPort));
    }
    return settings;
  } catch (error) {
    throw error instanceof ConfigError ? new Refusal(error.message) : error;
  }
}

/** @param {NodeJS.ProcessEnv} env */
function readGrafanaHome(env) {
  const home = env.GRAFANA_HOME;
  if (!home) return undefined;
  const program = ['grafana', 'grafana.exe'].find((name) => existsSync(join(home, 'bin', name)));
  if (!program || !existsSync(join(home, 'conf'))) {
    throw new ConfigError('GRAFANA_HOME', 'is not a Grafana installation: it has no bin/grafana and conf/', home);
  }
  return resolve(root, home);
}

/** @param {NodeJS.ProcessEnv} env */
function readDataDir(env) {
  const dataDir = dataDirOf(env);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = /** @type {NodeJS.ErrnoException} */ (error).code;
    throw new ConfigError(
      'ENCORE_DATA_DIR',
      `cannot be written (${why}); name a folder that this user may write`,
      dataDir
    );
  }
  return dataDir;
}
