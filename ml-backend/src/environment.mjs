/**
 * The environment variables that `npm start` and the backend share, and what each may be. Plain JavaScript: the start
 * reads them before anything is built.
 */

/** A wrong or missing setting: the message names the variable, its value unless that is a secret, and what it may be. */
export class ConfigError extends Error {
  code = 'CONFIG_INVALID';

  /**
   * @param {string} variable
   * @param {string} problem  what is wrong and what to write instead
   * @param {string} [value]  what it is; left out where nobody should read it
   */
  constructor(variable, problem, value) {
    super(value === undefined ? `${variable}: ${problem}` : `${variable}="${value}" ${problem}`);
    this.name = 'ConfigError';
    this.variable = variable;
  }
}

/** @typedef {Record<string, string | undefined>} Environment  usually `process.env`; empty text counts as nothing */

/**
 * The address to listen on.
 * @param {Environment} env
 */
export function readHost(env) {
  const host = env.HOST || '127.0.0.1';
  if (/^[\w.:-]+$/.test(host)) return host;
  throw new ConfigError('HOST', 'is not an address; write it as 127.0.0.1, ::1, 0.0.0.0 or a host name', host);
}

/**
 * @param {Environment} env
 * @param {string} variable  PORT or GRAFANA_PORT
 * @param {number} usual
 * @returns {number} 0: any free one
 */
export function readPort(env, variable, usual) {
  const text = env[variable] || String(usual);
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65535) return port;
  throw new ConfigError(variable, 'is not a port; write a whole number from 0 (any free port) to 65535', text);
}

/**
 * The addresses of a PostgreSQL of your own; both or none.
 * @param {Environment} env
 * @returns {{databaseUrl: string, databaseAdminUrl: string} | undefined}
 */
export function readDatabase({ DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: databaseAdminUrl }) {
  if (!databaseUrl && !databaseAdminUrl) return undefined;
  if (!databaseUrl || !databaseAdminUrl) {
    const [has, lacks] = databaseUrl ? ['DATABASE_URL', 'DATABASE_ADMIN_URL'] : ['DATABASE_ADMIN_URL', 'DATABASE_URL'];
    throw new ConfigError(
      lacks,
      `is not set and ${has} is: set both for your own PostgreSQL (the application's role and the role that owns the ` +
        'tables), or neither for the embedded one'
    );
  }
  for (const [name, value] of Object.entries({ DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: databaseAdminUrl })) {
    if (!/^postgres(ql)?:\/\/[^/]/.test(value) || !URL.canParse(value)) {
      throw new ConfigError(
        name,
        'is not a PostgreSQL address; write it as postgresql://user:password@host:5432/encore'
      );
    }
  }
  return { databaseUrl, databaseAdminUrl };
}

/**
 * The key that becomes the first one.
 * @param {Environment} env
 */
export function readApiKey(env) {
  const key = env.ENCORE_API_KEY || undefined;
  if (key === undefined || /^[\x21-\x7e]{16,200}$/.test(key)) return key;
  throw new ConfigError('ENCORE_API_KEY', 'must be 16 to 200 printable characters without spaces');
}

/**
 * Bytes that a tenant's unfinished uploads may hold.
 * @param {Environment} env
 */
export function readUploadBytes(env) {
  const text = env.ENCORE_UPLOAD_MB || '2048';
  const megabytes = /^\d{1,7}$/.test(text) ? Number(text) : NaN;
  if (megabytes >= 8) return megabytes * 1024 ** 2;
  throw new ConfigError(
    'ENCORE_UPLOAD_MB',
    'is not a size; write the megabytes of all unfinished uploads of a label, 8 or more',
    text
  );
}

const logLevels = /** @type {const} */ (['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);
/** @typedef {(typeof logLevels)[number]} LogLevel */

/**
 * @param {Environment} env
 * @returns {LogLevel}
 */
export function readLogLevel(env) {
  const level = env.LOG_LEVEL || 'info';
  const known = logLevels.find((name) => name === level);
  if (known) return known;
  throw new ConfigError('LOG_LEVEL', `is not a level; use one of ${logLevels.join(', ')}`, level);
}
