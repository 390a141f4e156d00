import { resolve } from 'node:path';

/** The environment, read once. Everything below the edge receives this and never looks at `process.env`. */
export interface Config {
  host: string;
  port: number;
  dataDir: string;
  databaseUrl: string;
  databaseAdminUrl: string;
  apiKey: string | undefined;
  logLevel: LogLevel;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A wrong or missing setting: the message names the variable, its value and what it may be. */
export class ConfigError extends Error {
  readonly code = 'CONFIG_INVALID';
  readonly variable: string;
  constructor(variable: string, message: string) {
    super(`${variable}: ${message}`);
    this.name = 'ConfigError';
    this.variable = variable;
  }
}

type Environment = Record<string, string | undefined>;

/**
 * @param env usually `process.env`
 * @throws ConfigError for the first variable that is wrong
 */
export function readConfig(env: Environment): Config {
  const databaseUrl = databaseVariable(env, 'DATABASE_URL');
  const databaseAdminUrl = databaseVariable(env, 'DATABASE_ADMIN_URL');
  return {
    host: env.HOST || '127.0.0.1',
    port: portVariable(env),
    dataDir: resolve(env.ENCORE_DATA_DIR || '.encore'),
    databaseUrl,
    databaseAdminUrl,
    apiKey: keyVariable(env),
    logLevel: levelVariable(env),
  };
}

function databaseVariable(env: Environment, name: 'DATABASE_URL' | 'DATABASE_ADMIN_URL'): string {
  const value = env[name];
  if (!value) {
    throw new ConfigError(
      name,
      'is not set; `npm start` sets it for the embedded database, or set both DATABASE_URL and DATABASE_ADMIN_URL'
    );
  }
  if (!/^postgres(ql)?:\/\//.test(value)) {
    throw new ConfigError(name, 'is not a PostgreSQL address; write it as postgresql://user:password@host:5432/encore');
  }
  return value;
}

function portVariable(env: Environment): number {
  const text = env.PORT || '8080';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConfigError('PORT', `"${text}" is not a port; write a whole number from 0 (any free port) to 65535`);
  }
  return port;
}

function keyVariable(env: Environment): string | undefined {
  const key = env.ENCORE_API_KEY || undefined;
  if (key !== undefined && !/^[\x21-\x7e]{16,200}$/.test(key)) {
    throw new ConfigError('ENCORE_API_KEY', 'must be 16 to 200 printable characters without spaces');
  }
  return key;
}

function levelVariable(env: Environment): LogLevel {
  const level = env.LOG_LEVEL || 'info';
  const known = logLevels.find((name) => name === level);
  if (!known) {
    throw new ConfigError('LOG_LEVEL', `"${level}" is not a level; use one of ${logLevels.join(', ')}`);
  }
  return known;
}
