import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Figure } from '../../bench/src/figure.ts';
import type { RunningPostgres } from '../../tools/postgres.mjs';
import { startPostgres } from '../../tools/postgres.mjs';
import { descendants } from '../start/encore.ts';
import type { Fault } from './fault.ts';
import { atLeast, atMost, seconds } from './fault.ts';
import type { Landed } from './landed.ts';
import { countLanded } from './landed.ts';
import type { Probe } from './probe.ts';
import { watch } from './probe.ts';
import type { Running } from './running.ts';
import { startRunning, until } from './running.ts';
import { Sender } from './sender.ts';

const answerMs = 2_000;
const backMs = 5_000;

/** A database of one's own that goes away for a while: shut down, and frozen with its connections open. */
export const outage: Fault = {
  name: 'outage',
  says: 'PostgreSQL is stopped, then frozen, for a while: 503 within 2 s, no process ends, it recovers by itself.',
  async run({ outageSeconds }, say) {
    const folder = mkdtempSync(join(tmpdir(), 'encore-faults-database-'));
    let postgres = await startPostgres({ dataDir: folder });
    const { databaseUrl, databaseAdminUrl, superuserUrl, port } = postgres;
    const address = { DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: databaseAdminUrl };
    const running = await startRunning(tmpdir(), address);
    const sender = new Sender(() => running, 2_000);
    const stopped = async () => {
      await postgres.stop();
      return async () => void (postgres = await startPostgres({ dataDir: folder, port }));
    };
    const frozen = async () => {
      const pids = processesOf(postgres);
      pids.forEach((pid) => process.kill(pid, 'SIGSTOP'));
      return async () => pids.forEach((pid) => process.kill(pid, 'SIGCONT'));
    };
    try {
      const figures: Figure[] = [];
      sender.start();
      for (const [name, take] of Object.entries({ stopped, frozen })) {
        await sleep(1_000);
        figures.push(...(await goWithout(running, name, take, outageSeconds)));
        say(`${name} for ${outageSeconds} s`);
      }
      figures.push(atMost('outage.never_landed', await sender.settle(30_000), 'imports', 0));
      const landed: Landed = await countLanded(superuserUrl, sender);
      figures.push(atMost('outage.lost', landed.lost, 'rows', 0), atMost('outage.doubled', landed.doubled, 'rows', 0));
      return figures;
    } finally {
      await sender.stop();
      await running.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function goWithout(
  running: Running,
  name: string,
  take: () => Promise<() => Promise<void>>,
  outageSeconds: number
): Promise<Figure[]> {
  const before = [running.pid('api'), running.pid('worker')];
  const giveBack = await take();
  const probes = await watch(running, outageSeconds * 1_000);
  const wrong = probes.filter(({ status, expected }) => status !== expected);
  const began = performance.now();
  await giveBack();
  await until(async () => (await running.readiness()) === 200, 30_000);
  const back = performance.now() - began;
  const again = (await watch(running, 500)).filter(({ healthy, status }) => status !== healthy);
  const lost = before.filter((pid, i) => pid !== [running.pid('api'), running.pid('worker')][i]).length;
  return [
    atLeast(`outage.${name}_asked`, probes.length, 'requests', outageSeconds),
    atMost(`outage.${name}_not_503`, wrong.length, 'requests', 0),
    atMost(`outage.${name}_slowest_answer`, seconds(Math.max(...probes.map(({ ms }) => ms))), 's', seconds(answerMs)),
    atMost(`outage.${name}_processes_ended`, lost, 'processes', 0),
    atMost(`outage.${name}_ready_again`, seconds(back), 's', seconds(backMs)),
    atMost(`outage.${name}_not_answered_afterwards`, again.length, 'requests', 0),
    ...told([...wrong, ...again]),
  ];
}

/** What went wrong, so that nobody has to look for it in a log. */
const told = (probes: Probe[]): Figure[] =>
  probes
    .slice(0, 5)
    .map(({ path, status, ms }) => ({ name: `  ${path}`, value: status, unit: `after_${Math.round(ms)}_ms` }));

const processesOf = ({ pid }: RunningPostgres): number[] => [pid, ...descendants(pid).map((child) => child.pid)];
