import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Bench } from './bench.ts';

const cli = fileURLToPath(new URL('../../ml-backend/dist/cli.js', import.meta.url));

const usual = { artists: 200, years: 8, seed: 1 };
const floor = { sense: 'at least', value: 200 } as const;

export const demo: Bench = {
  name: 'demo',
  says: 'Artist-years a second of the career simulator: CPU of generation alone, with its labels, on its one thread and of the whole process.',
  options: Object.keys(usual),
  async run({ count, say }) {
    const args = Object.entries(usual).flatMap(([name, value]) => [`--${name}`, String(count(name, value))]);
    say(`encore demo --dry-run ${args.join(' ')}`);
    const { stdout } = await promisify(execFile)(process.execPath, [cli, 'demo', '--dry-run', '--json', ...args]);
    const { artists, years, facts, labels, artistYearsPerSecond, processSeconds } = JSON.parse(stdout) as Record<
      string,
      number
    >;
    return [
      { name: 'demo_facts', value: facts!, unit: 'rows' },
      { name: 'demo_labels', value: labels!, unit: 'rows' },
      { name: 'demo_rate', value: artistYearsPerSecond!, unit: 'artist-years/s', floor },
      { name: 'demo_process_rate', value: (artists! * years!) / processSeconds!, unit: 'artist-years/s', floor },
    ];
  },
};
