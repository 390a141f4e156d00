import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Bench } from './bench.ts';
import { BadInput } from './bench.ts';
import { forecastBody, forecastKeys } from './load.ts';
import { demoService } from './query.ts';

const run = promisify(execFile);
const plugin = fileURLToPath(new URL('../../plugins/encore-career-app/', import.meta.url));
const clientSource = fileURLToPath(new URL('../go/', import.meta.url));
const machine = process.arch === 'x64' ? 'amd64' : process.arch;

export const go: Bench = {
  name: 'go',
  says: 'Median over alternating calls of gRPC QueryData on the built data source, less that of the same POST to the service.',
  options: ['calls', 'artists'],
  async run(context) {
    const { count, say } = context;
    const calls = count('calls', 1000);
    const folder = await mkdtemp(join(tmpdir(), 'encore-go-'));
    const client = join(folder, 'client');
    say('building the gRPC client');
    await run('go', ['build', '-o', client, '.'], {
      cwd: clientSource,
      env: { ...process.env, CGO_ENABLED: '0' },
    }).catch((error: Error) => {
      throw new BadInput(`the gRPC client was not built: ${error.message}`);
    });
    const service = await demoService({
      ...context,
      count: (name, fallback) => (name === 'artists' ? count('artists', 5) : count(name, fallback)),
    });
    try {
      const api = await service.api();
      const [key] = await forecastKeys(api, 1);
      const binary = join(plugin, `dist/datasource/gpx_encore_career_${process.platform}_${machine}`);
      const { stdout } = await run(
        client,
        ['-binary', binary, '-url', api.url, '-calls', String(calls), '-body', forecastBody(key!)],
        {
          env: { ...process.env, ENCORE_API_KEY: api.key },
          maxBuffer: 1 << 24,
        }
      );
      const { grpc, post } = JSON.parse(stdout) as { grpc: number; post: number };
      return [
        { name: 'go_grpc_median', value: grpc, unit: 'ms' },
        { name: 'go_post_median', value: post, unit: 'ms' },
        { name: 'go_added', value: grpc - post, unit: 'ms', floor: { sense: 'below', value: 5 } },
      ];
    } finally {
      await service.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
