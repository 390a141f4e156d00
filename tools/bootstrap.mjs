import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildIfStale } from './bootstrap/builds.mjs';
import { installPackages } from './bootstrap/packages.mjs';
import { findGo } from './bootstrap/programs.mjs';
import { toolsHome } from './paths.mjs';
import { LockHeldError, takeLock } from './processes/lock.mjs';
import { throwIfCancelled } from './processes/run.mjs';
import { step } from './terminal/progress.mjs';

/** @typedef {import('./bootstrap/builds.mjs').BuildName} BuildName */

/**
 * Installs and builds what is missing or stale; at most one process does so at a time, the others wait.
 * @param {BuildName[]} parts
 * @returns {Promise<{goMissing: string | undefined}>} why there is no Go part, when it was asked for
 */
export async function prepare(parts) {
  const release = await waitForLock(join(toolsHome, 'prepare.lock'));
  try {
    await installPackages();
    const go = parts.includes('go') ? await findGo() : undefined;
    const goMissing = go && 'missing' in go ? go.missing : undefined;
    const wanted = parts.filter((part) => part !== 'go' || !goMissing);
    const [first, ...others] = wanted.map((part) => () => buildIfStale(part));
    // The Go part is independent of the others and mostly waits for downloads.
    const goBuild = wanted.includes('go') ? buildIfStale('go') : Promise.resolve(false);
    goBuild.catch(() => undefined);
    for (const build of [first, ...others]) await build?.();
    await goBuild;
    return { goMissing };
  } finally {
    release();
  }
}

/** @param {string} file */
async function waitForLock(file) {
  try {
    return takeLock(file, 'installing and building');
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    return step(`Waiting for process ${error.holder.pid}, which installs and builds in this folder`, async () => {
      for (;;) {
        await sleep(200);
        throwIfCancelled();
        try {
          return takeLock(file, 'installing and building');
        } catch (again) {
          if (!(again instanceof LockHeldError)) throw again;
        }
      }
    });
  }
}
