import { resolve } from 'node:path';
import {
  ConfigError,
  readApiKey,
  readDatabase,
  readHost,
  readLogLevel,
  readPort,
  readUploadBytes,
} from './environment.mjs';
import type { Environment, LogLevel } from './environment.mjs';

export { ConfigError };

/** The environment, read once. Everything below the edge receives this and never looks at `process.env`. */
export interface Config {
  host: string;
  port: number;
  dataDir: string;
  databaseUrl: string;
  databaseAdminUrl: string;
  apiKey: string | undefined;
  /** Most bytes of a tenant's unfinished uploads. */
  uploadBytes: number;
  logLevel: LogLevel;
}

/**
 * @param env usually `process.env`
 * @throws ConfigError for the first variable that is wrong
 */
export function readConfig(env: Environment): Config {
  const database = readDatabase(env);
  if (!database) {
    throw new ConfigError(
      'DATABASE_URL',
      'is not set; `npm start` sets it for the embedded database, or set both DATABASE_URL and DATABASE_ADMIN_URL'
    );
  }
  return {
    ...database,
    host: readHost(env),
    port: readPort(env, 'PORT', 8080),
    dataDir: resolve(env.ENCORE_DATA_DIR || '.encore'),
    apiKey: readApiKey(env),
    uploadBytes: readUploadBytes(env),
    logLevel: readLogLevel(env),
  };
}
