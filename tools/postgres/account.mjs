import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * How to run PostgreSQL, which refuses to be root.
 * @typedef {object} Account
 * @property {string[]} prefix  command to put before the program
 * @property {{uid: number, gid: number}} [owner]  who must own the files, when it is not this process's user
 */

/**
 * As an ordinary user: as is. As root on Linux: in a user namespace where root is an ordinary user, so that files stay
 * root's and a folder of mode 0700 works; where namespaces are forbidden, as an account that exists (its files must be
 * handed to it). initdb looks its user up, so the namespace too needs an id that the machine has a name for.
 * @returns {Account}
 * @throws Error where root has no way
 */
export function chooseAccount() {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const accounts = readAccounts();
  const account =
    accounts.find(({ uid }) => uid === 1000) ??
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ name }) => name === 'nobody') ??
    accounts.find(({ uid }) => uid > 0);
  if (!account) throw new Error('PostgreSQL refuses to run as root and /etc/passwd has no other account; add one');
  const prefix = ['unshare', '--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`];
  const works = process.env.ENCORE_NO_UNSHARE !== '1' && spawnSync(prefix[0] ?? '', [...prefix.slice(1), 'true']);
  if (works && works.status === 0) return { prefix };
  const { uid, gid } = account;
  return { prefix: ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'], owner: { uid, gid } };
}

function readAccounts() {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
