/** What fullDisk.ts runs where it may mount: `node fullDiskInside.ts <empty folder>`; prints figures as JSON. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../../bench/src/figure.ts';
import { atLeast, atMost, seconds } from './fault.ts';
import { ask, countLanded } from './landed.ts';
import type { Sent } from './ledger.ts';
import { ledger, sendWhole } from './ledger.ts';
import { watch } from './probe.ts';
import type { Running } from './running.ts';
import { startRunning, superuserUrl, until } from './running.ts';
import { Sender } from './sender.ts';

const mb = 1024 ** 2;
const disk = process.argv[2] ?? '';
const temporary = join(disk, 'tmp');
const say = (text: string) => process.stderr.write(`${text}\n`);

mount('size=64m');
mkdirSync(temporary);
const running = await startRunning(disk, { TMPDIR: temporary });
try {
  process.stdout.write(JSON.stringify(await fill(running)));
} finally {
  await running.close();
}

async function fill(running: Running): Promise<Figure[]> {
  const parts = () => [running.pid('api'), running.pid('worker')];
  const before = parts();
  const refused: Sent[] = [];
  say(`64 MB hold the service with ${Math.round(free() / mb)} MB to spare`);
  refused.push(await sendWhole(running, ledger(1_000, 100)));

  // Room for a few imports: the first that might not fit is refused before it begins.
  resize(48 * mb);
  const sender = new Sender(() => running, 4_000);
  sender.start();
  await until(() => sender.refusals.length > 0, 30_000);
  await sender.stop();
  refused.push(...sender.refusals);
  say(`${sender.acknowledged.size} imports fitted, then ${refused.at(-1)?.status}`);

  // A file that does not even fit while it arrives.
  resize(60 * mb);
  refused.push(await sendWhole(running, ledger(1_001, 2_000_000)));
  const leftovers = readdirSync(temporary).length;
  say(`a file of 90 MB: ${refused.at(-1)?.status} ${refused.at(-1)?.message}`);

  // No room at all while the database must write.
  const ballast = fillUp();
  const write = `SELECT count(pg_logical_emit_message(true, 'ballast', repeat('x', 8000000))) FROM generate_series(1, 4)`;
  const broken = await ask(superuserUrl(running.dataDir), write).then(
    () => 'nothing',
    (error: Error) => error.message
  );
  say(`PostgreSQL without room: ${broken}`);
  const probes = await watch(running, 3_000);
  const wrong = probes.filter(({ path, status }) => !mayBe(path).includes(status));
  refused.push(await sendWhole(running, ledger(1_000, 100)));
  rmSync(ballast);
  resize(256 * mb);
  const back = await until(async () => (await running.readiness()) === 200, 30_000);
  const after = parts();
  const open = await sender.settle(30_000);
  const landed = await countLanded(superuserUrl(running.dataDir), sender);
  const unclear = refused.filter(
    ({ status, code, message }) => status !== 507 || code !== 'DISK_FULL' || !/free/.test(message)
  );
  return [
    atLeast('disk.refused_as_full', refused.length - unclear.length, 'imports', 4),
    atMost('disk.refused_otherwise', unclear.length, 'imports', 0),
    atMost('disk.unclear_answers', wrong.length, 'answers', 0),
    atMost('disk.leftovers', leftovers, 'files', 0),
    atMost('disk.processes_ended', before.filter((pid, i) => pid !== after[i]).length, 'processes', 0),
    atMost('disk.ready_again', seconds(back), 's', 5),
    atMost('disk.lost', landed.lost, 'rows', 0),
    atMost('disk.doubled', landed.doubled, 'rows', 0),
    atMost('disk.half_landed', landed.half, 'imports', 0),
    atMost('disk.never_landed', open, 'imports', 0),
    ...[
      ...unclear.map(({ status, message }) => `import ${status} ${message}`),
      ...wrong.map(({ path, status }) => `${path} ${status}`),
    ]
      .slice(0, 5)
      .map((what) => ({ name: `  ${what.replaceAll(' ', '_')}`, value: 1, unit: 'seen' })),
  ];
}

/** Reading may go on where PostgreSQL lives; else it is said that it does not, and why. */
function mayBe(path: string): number[] {
  if (path === '/health/live') return [200];
  return path.startsWith('POST') ? [507] : [200, 503, 507];
}

function free(): number {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
}

/** Makes the disk so large that this much of it is free. */
function resize(freeBytes: number): void {
  const { blocks, bsize } = statfsSync(disk);
  mount(`remount,size=${blocks * bsize - free() + freeBytes}`);
}

function mount(options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'encore-faults', disk]);
}

/** Takes all that is left. */
function fillUp(): string {
  const file = join(disk, 'ballast');
  const descriptor = openSync(file, 'w');
  try {
    for (const piece of [mb, 4096]) {
      const bytes = Buffer.alloc(piece);
      while (free() >= piece) writeSync(descriptor, bytes);
    }
  } finally {
    closeSync(descriptor);
  }
  return file;
}
