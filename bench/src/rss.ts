import { readFile } from 'node:fs/promises';
import type { Bench } from './bench.ts';
import { forecastKeys, steadyLoad } from './load.ts';
import { demoService } from './query.ts';

export const rss: Bench = {
  name: 'rss',
  says: 'VmRSS of the API process with its threads, demo loaded, after the load of the bench query.',
  options: ['rate', 'seconds', 'keys', 'artists'],
  async run(context) {
    const { count, say } = context;
    const service = await demoService(context);
    try {
      const api = await service.api();
      const keys = await forecastKeys(api, count('keys', 500));
      say('loading');
      await steadyLoad(api, keys, count('rate', 300), count('seconds', 30));
      return [{ name: 'rss', value: await residentMb(api.pid), unit: 'MB', floor: { sense: 'below', value: 350 } }];
    } finally {
      await service.close();
    }
  },
};

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? NaN) / 1024;
}
