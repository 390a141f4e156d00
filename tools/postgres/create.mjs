import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {import('./account.mjs').Account} Account */
/** @typedef {import('./credentials.mjs').Credentials} Credentials */

/**
 * Makes the cluster with its roles and the database `encore`, whole or not at all: it is built beside its place and
 * renamed at the end, so a start that was killed half-way leaves nothing that looks finished.
 * @param {{initdb: string, postgres: string}} binaries
 * @param {Account} account
 * @param {string} cluster  the PGDATA folder to make
 * @param {Credentials} credentials
 * @param {boolean} durable  false: nothing waits for the disk
 */
export async function createCluster(binaries, account, cluster, credentials, durable) {
  const fresh = `${cluster}.new`;
  const secret = `${cluster}.secret`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(secret, credentials.superuser, { mode: 0o600 });
  if (account.owner) {
    chmodSync(dirname(cluster), 0o711);
    for (const path of [fresh, secret]) chownSync(path, account.owner.uid, account.owner.gid);
  }
  try {
    const options = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', '--username=postgres'];
    if (!durable) options.push('--no-sync');
    await runAs(account, binaries.initdb, ['-D', fresh, ...options, `--pwfile=${secret}`], '');
    // Without a server: no port, no moment in which the roles are missing.
    const single = ['--single', '-D', fresh, '-c', 'fsync=off', '-c', 'exit_on_error=true', 'postgres'];
    await runAs(account, binaries.postgres, single, rolesSql(credentials));
  } finally {
    rmSync(secret, { force: true });
  }
  renameSync(fresh, cluster);
  chmodSync(cluster, 0o700);
}

/**
 * One statement a line, as single-user mode reads them. The same file makes the roles of docker-compose.yml.
 * @param {Credentials} credentials
 */
function rolesSql({ owner, app }) {
  const file = readFileSync(new URL('./roles.sql', import.meta.url), 'utf8');
  const statements = file.split('\n').filter((line) => !line.startsWith('--'));
  return statements.join('\n').replace(":'owner_password'", `'${owner}'`).replace(":'app_password'", `'${app}'`);
}

/**
 * @param {Account} account
 * @param {string} program
 * @param {string[]} args
 * @param {string} input
 * @returns {Promise<void>}
 */
function runAs(account, program, args, input) {
  const [command = program, ...rest] = [...account.prefix, program, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, { env: { ...process.env, LC_ALL: 'C' } });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with ${code}:\n${output.trim()}${closedFolder(account, output)}`));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/**
 * @param {Account} account
 * @param {string} output
 */
function closedFolder(account, output) {
  if (!account.owner || !/Permission denied|EACCES/.test(output)) return '';
  return (
    '\nPostgreSQL refuses to run as root, and this machine forbids user namespaces: start as an ordinary user, ' +
    'or set ENCORE_DATA_DIR to a folder that every user may enter'
  );
}

/**
 * @param {string} cluster
 * @param {string} version  major version that the programs have
 * @throws Error where the files are another version's
 */
export function checkVersion(cluster, version) {
  const file = join(cluster, 'PG_VERSION');
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  if (found && found !== version) {
    throw new Error(
      `${cluster} holds PostgreSQL ${found} and the installed one is ${version}; dump it with the older one, ` +
        'or set DATABASE_URL and DATABASE_ADMIN_URL to a server that has the data'
    );
  }
}
