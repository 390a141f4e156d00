import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startService } from '../../bench/src/service.ts';
import type { Fault } from './fault.ts';
import { atLeast, atMost, chance, seconds } from './fault.ts';
import { ledger, sendWhole } from './ledger.ts';
import type { Load } from './load.ts';
import { startLoad, trickle } from './load.ts';
import { until } from './running.ts';

const root = new URL('../../', import.meta.url);
const cli = fileURLToPath(new URL('ml-backend/dist/cli.js', root));
const leash = new URL('tools/processes/leash.mjs', root).href;
const graceMs = 10_000;
/** It landed, it will land, or it shall be sent again: nothing else is an answer to an import that the end meets. */
const clear = [200, 201, 202, 503];

interface End {
  code: number | null;
  ms: number;
}

/** SIGTERM to an API that answers as fast as it can. */
export const ending: Fault = {
  name: 'ending',
  says: 'SIGTERM under load: every request that was let in gets its whole answer, and the process ends in time.',
  async run({ rounds, seed }, say) {
    const service = await startService(say);
    const random = chance(seed);
    const loads: Load[] = [];
    const ends: End[] = [];
    const unclear: number[] = [];
    try {
      await service.encore('demo', '--artists', '2', '--years', '4', '--seed', '1');
      const key = (await service.api().then((api) => api.stop().then(() => api))).key;
      for (let round = 0; round <= rounds; round++) {
        const { child, url } = await serve(service.postgres);
        const load = startLoad({ url, key });
        // In the first round somebody sends a file so slowly that it cannot arrive in time.
        const upload = round === 0 ? trickle({ url, key }) : sendWhole({ url, key }, ledger(round, 8_000));
        // Somewhere in the middle of a good many answers.
        await until(() => load.whole >= 50, 30_000);
        await sleep(random() * 500);
        const end = await terminate(child);
        await load.stop();
        loads.push(load);
        ends.push(end);
        const { status } = await upload;
        if (!clear.includes(status)) unclear.push(status);
        say(`round ${round}: ended after ${seconds(end.ms)} s, ${load.whole} whole answers, ${load.refused} refused`);
      }
    } finally {
      await service.close();
    }
    const sum = (count: (load: Load) => number) => loads.reduce((total, load) => total + count(load), 0);
    const wrong = [...loads.flatMap(({ broken }) => broken), ...unclear.map((status) => `import_${status}`)];
    return [
      atLeast(
        'ending.whole_answers',
        sum(({ whole }) => whole),
        'answers',
        100
      ),
      atMost(
        'ending.broken_answers',
        sum(({ broken }) => broken.length),
        'answers',
        0
      ),
      atMost('ending.imports_left_unclear', unclear.length, 'imports', 0),
      atLeast(
        'ending.refused_afterwards',
        sum(({ refused }) => refused),
        'connections',
        rounds
      ),
      atMost('ending.exit_max', seconds(Math.max(...ends.map(({ ms }) => ms))), 's', seconds(graceMs)),
      atMost('ending.exit_code_max', Math.max(...ends.map(({ code }) => code ?? 255)), 'code', 0),
      ...[...new Set(wrong)].map((what) => ({
        name: `  ${what}`,
        value: 1,
        unit: 'seen',
      })),
    ];
  },
};

async function serve(postgres: { databaseUrl: string; databaseAdminUrl: string }) {
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: postgres.databaseUrl,
    DATABASE_ADMIN_URL: postgres.databaseAdminUrl,
  };
  const child = spawn(process.execPath, ['--import', leash, cli, 'serve'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const text of createInterface(child.stdout)) {
    if (text.startsWith('{"listening"')) return { child, url: (JSON.parse(text) as { listening: string }).listening };
  }
  throw new Error('the API ended before it listened; its log is above');
}

async function terminate(child: ChildProcess): Promise<End> {
  const began = performance.now();
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), graceMs + 2_000);
  const [code] = (await exited) as [number | null];
  clearTimeout(late);
  return { code, ms: performance.now() - began };
}
