import { prepare } from './bootstrap.mjs';
import { childEnv } from './bootstrap/environment.mjs';
import { dataDirOf, inRoot, root } from './paths.mjs';
import { runningPostgres } from './postgres.mjs';
import { foreground } from './processes/foreground.mjs';
import { cli as cliFile, runCli } from './start/backend.mjs';
import { openDatabase } from './start/database.mjs';
import { readSettings } from './start/settings.mjs';

/**
 * `npm run encore -- <command> …`: one command of the backend on this terminal. It uses the database of the
 * environment, else the one that `npm start` runs on the same folder, else it runs the embedded one meanwhile.
 * @param {string[]} args
 * @param {AbortSignal} ended
 */
export async function cli(args, ended) {
  await prepare(['backend']);
  const env = { ...childEnv(), ENCORE_DATA_DIR: dataDirOf(process.env) };
  const cwd = process.env.INIT_CWD;
  const call = (/** @type {NodeJS.ProcessEnv} */ more) =>
    foreground(process.execPath, [cliFile, ...args], { cwd, env: { ...env, ...more }, ended });
  if (asksForHelp(args)) return call({});

  const { database, dataDir } = readSettings(process.env);
  const known = database ?? runningPostgres(dataDir);
  if (known) return call(variables(known));
  const postgres = await openDatabase(dataDir);
  try {
    if (args[0] !== 'migrate') await runCli(['migrate'], { ...env, ...variables(postgres) });
    return await call(variables(postgres));
  } finally {
    await postgres.stop();
  }
}

/** @param {string[]} args */
function asksForHelp(args) {
  return (
    args.length === 0 || args[0] === 'help' || args.some((arg) => ['--help', '-h', '--version', '-V'].includes(arg))
  );
}

/** @param {{databaseUrl: string, databaseAdminUrl: string}} database */
function variables({ databaseUrl, databaseAdminUrl }) {
  return { DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: databaseAdminUrl };
}

/**
 * `npm run bench -- <name> …`
 * @param {string[]} args
 * @param {AbortSignal} ended
 */
export async function bench(args, ended) {
  await prepare(['backend', 'go', 'plugin', 'preview']);
  const entry = inRoot('bench', 'src', 'cli.ts');
  return foreground(process.execPath, [entry, ...args], { cwd: process.env.INIT_CWD ?? root, env: childEnv(), ended });
}

/**
 * `npm run pretrain [-- folder] [--every n] [--out folder]`: makes the tables and trees that forecasts ship with.
 * @param {string[]} args
 * @param {AbortSignal} ended
 */
export async function pretrain(args, ended) {
  await prepare(['backend']);
  const entry = inRoot('ml-backend', 'src', 'pretrain.ts');
  return foreground(process.execPath, [entry, ...args], { cwd: process.env.INIT_CWD ?? root, env: childEnv(), ended });
}
