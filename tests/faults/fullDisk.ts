import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../../bench/src/figure.ts';
import type { Fault } from './fault.ts';

const inside = join(import.meta.dirname, 'fullDiskInside.ts');

/** Ways to a mount that nobody else sees and that is gone with the process: as root, and as anybody. */
const ways = [['--mount'], ['--user', '--map-root-user', '--mount']];

/** Everything on a small disk of its own. */
export const fullDisk: Fault = {
  name: 'disk',
  says: 'A disk of 64 MB runs full: 507 that says what to do, nothing half-written, and all goes on when there is room.',
  async run(_extent, say) {
    const folder = mkdtempSync(join(tmpdir(), 'encore-faults-disk-'));
    try {
      const way = ways.find((flags) => canMount(flags, folder));
      if (!way)
        return { skipped: 'this machine lets nobody mount a tmpfs (unshare and mount are refused); run it as root' };
      return await runInside(way, folder, say);
    } finally {
      rmdirSync(folder);
    }
  },
};

function canMount(flags: string[], folder: string): boolean {
  const tried = spawnSync('unshare', [...flags, 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'encore-faults', folder]);
  return tried.status === 0;
}

async function runInside(flags: string[], folder: string, say: (text: string) => void): Promise<Figure[]> {
  const child = spawn('unshare', [...flags, process.execPath, inside, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    say(text.trimEnd());
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the full disk ended with ${String(code)}:\n${told}`);
  return JSON.parse(out) as Figure[];
}
