import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import { atLeast, atMost, chance, seconds } from './fault.ts';
import type { Landed } from './landed.ts';
import { ask, countLanded, importRuns } from './landed.ts';
import type { Part, Running } from './running.ts';
import { parts, startRunning, superuserUrl, until } from './running.ts';
import { Sender } from './sender.ts';

const rowsAFile = 4_000;
const readyMs = 5_000;
const catchMs = 10_000;

/** kill -9 of each process in turn while ledgers are imported. */
export const kill: Fault = {
  name: 'kill',
  says: 'API, worker and PostgreSQL are killed with -9 during imports: no acknowledged row is lost, none doubled.',
  async run({ rounds, seed }, say) {
    const running = await startRunning();
    const random = chance(seed);
    const sender = new Sender(() => running, rowsAFile);
    const took: Record<Part, number[]> = { api: [], worker: [], postgres: [] };
    const cutOff: Record<Part, number> = { api: 0, worker: 0, postgres: 0 };
    const counted: Landed[] = [];
    let hit = 0;
    try {
      for (let round = 1; round <= rounds; round++) {
        for (const part of Object.keys(parts) as Part[]) {
          // A run that lost its process stays recorded as running: only those that begin now are meant.
          const before = await importRuns(superuserUrl(running.dataDir));
          sender.start();
          const { caught, ms } = await killAndWait(running, part, before, random);
          hit += Number(caught.length > 0);
          took[part].push(ms);
          await sender.stop();
          const after = await importRuns(superuserUrl(running.dataDir));
          cutOff[part] += caught.filter((id) => after.get(id) !== 'done').length;
          const landed = await countLanded(superuserUrl(running.dataDir), sender);
          counted.push(landed);
          say(`round ${round}: ${part} ready again after ${seconds(ms)} s, ${landed.rows} rows`);
        }
      }
      const open = await sender.settle(60_000);
      counted.push(await countLanded(superuserUrl(running.dataDir), sender));
      const renewed = await until(async () => (await newestForecast(running)) > sender.lastAcknowledged, 60_000);
      const all = (key: keyof Landed) => counted.reduce((sum, landed) => sum + landed[key], 0);
      return [
        atLeast('kill.during_an_import', hit, 'kills', 3 * rounds),
        { name: 'kill.acknowledged', value: sender.acknowledged.size * rowsAFile, unit: 'rows' },
        // The API imports and PostgreSQL keeps it; the worker has no hand in it.
        atLeast('kill.api_cut_off', cutOff.api, 'imports', 1),
        atLeast('kill.postgres_cut_off', cutOff.postgres, 'imports', 1),
        atMost('kill.worker_cut_off', cutOff.worker, 'imports', 0),
        atMost('kill.lost', all('lost'), 'rows', 0),
        atMost('kill.doubled', all('doubled'), 'rows', 0),
        atMost('kill.half_landed', all('half'), 'imports', 0),
        atMost('kill.never_landed', open, 'imports', 0),
        ...Object.entries(took).map(([part, ms]) =>
          atMost(`kill.${part}_ready_again_max`, seconds(Math.max(...ms)), 's', seconds(readyMs))
        ),
        atMost('kill.forecasts_renewed_after', seconds(renewed), 's', 60),
      ];
    } finally {
      await sender.stop();
      await running.close();
    }
  },
};

/**
 * Kills a part at a moment at which the database says that an import runs.
 * @param before runs that had begun before
 * @returns ids of the imports that ran then, none where none did in time; milliseconds from the signal until another
 *   process does the work of the one that was killed
 */
async function killAndWait(
  running: Running,
  part: Part,
  before: ReadonlyMap<string, string>,
  random: () => number
): Promise<{ caught: string[]; ms: number }> {
  const pid = running.pid(part);
  if (pid === undefined) throw new Error(`${part} does not run:\n${running.encore.output()}`);
  const starts = running.workerStarts();
  let caught: string[] = [];
  for (const end = Date.now() + catchMs; caught.length === 0 && Date.now() < end; ) {
    // Somewhere within an import, which takes a few tenths of a second.
    await sleep(200 + random() * 600);
    const runs = await importRuns(superuserUrl(running.dataDir));
    caught = [...runs].flatMap(([id, status]) => (status === 'running' && !before.has(id) ? [id] : []));
  }
  const began = performance.now();
  process.kill(pid, 'SIGKILL');
  const isBack = async () => {
    if (part === 'worker') return running.workerStarts() > starts;
    const next = running.pid(part);
    return next !== undefined && next !== pid && (await running.readiness()) === 200;
  };
  await until(isBack, 30_000);
  return { caught, ms: performance.now() - began };
}

/** Epoch ms; 0 where there is none. */
async function newestForecast({ dataDir }: Running): Promise<number> {
  const [row] = await ask<{ at: Date | null }>(
    superuserUrl(dataDir),
    'SELECT max(made_at) AS at FROM encore.forecast_log'
  );
  return row?.at?.getTime() ?? 0;
}
