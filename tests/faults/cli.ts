/**
 * `npm run faults [-- --short] [--only kill,outage] [--rounds 10] [--seed 1]`: faults done to real processes on
 * temporary folders. Prints one line a figure, `name value unit floor ok|FAIL`; exit code 1 when one of them fails.
 */
import { parseArgs } from 'node:util';
import { holds, line } from '../../bench/src/figure.ts';
import { ending } from './ending.ts';
import type { Extent, Fault } from './fault.ts';
import { fullDisk } from './fullDisk.ts';
import { kill } from './kill.ts';
import { outage } from './outage.ts';

const faults: readonly Fault[] = [kill, outage, fullDisk, ending];
const usage = `--short, --rounds <n>, --seed <n>, --only ${faults.map(({ name }) => name).join(',')}`;

const longestMs = 20 * 60_000;
setTimeout(() => {
  process.stderr.write(`faults: not done after ${longestMs / 60_000} minutes\n`);
  process.exit(1);
}, longestMs).unref();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

process.exitCode = await main();

async function main(): Promise<number> {
  const { extent, chosen } = read();
  const print = (text: string) => process.stdout.write(`${text}\n`);
  const say = (text: string) => process.stderr.write(`${text}\n`);
  let failed = 0;
  say(`seed ${extent.seed}; the same one again: npm run faults -- --seed ${extent.seed}`);
  for (const fault of chosen) {
    say(`${fault.name}: ${fault.says}`);
    const found = await fault.run(extent, say);
    if ('skipped' in found) {
      print(`${fault.name} skipped: ${found.skipped}`);
      continue;
    }
    found.map(line).forEach(print);
    failed += found.filter((figure) => !holds(figure)).length;
  }
  return failed > 0 ? 1 : 0;
}

function read(): { extent: Extent; chosen: readonly Fault[] } {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      only: { type: 'string', default: faults.map(({ name }) => name).join(',') },
    },
  });
  const { short, only, seed } = values;
  const names = only.split(',');
  const rounds = Number(values.rounds ?? (short ? 1 : 10));
  const unknown = names.find((name) => !faults.some((fault) => fault.name === name));
  if (unknown !== undefined || !(rounds >= 1) || !(Number(seed) >= 0)) throw new Error(`npm run faults takes ${usage}`);
  return {
    extent: { rounds, seed: Number(seed), outageSeconds: short ? 4 : 10 },
    chosen: faults.filter(({ name }) => names.includes(name)),
  };
}
