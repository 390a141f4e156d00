import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEncore } from './encore.ts';

describe('npm start refuses in one line that says what to do', () => {
  const folder = mkdtempSync(join(tmpdir(), 'encore-refusals-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function refusal(env: NodeJS.ProcessEnv): Promise<string> {
    const encore = startEncore(join(folder, 'data'), env);
    expect(await encore.exited).toBe(1);
    const lines = encore.output().trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    return lines[0] ?? '';
  }

  it('a port that another program holds', async () => {
    const server = createServer();
    const port = await new Promise<number>((done) =>
      server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port))
    );
    expect(await refusal({ PORT: String(port) })).toBe(
      `encore: port ${port} on 127.0.0.1 is taken by another program; stop it, or use another: PORT=${port + 1} npm start`
    );
    server.close();
  });

  it.each([
    [{ PORT: '80a' }, 'PORT="80a" is not a port; write a whole number from 0 (any free port) to 65535'],
    [{ PORT: '70000' }, 'PORT="70000" is not a port; write a whole number from 0 (any free port) to 65535'],
    [{ GRAFANA_PORT: '-1' }, 'GRAFANA_PORT="-1" is not a port; write a whole number from 0 (any free port) to 65535'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL="loud" is not a level; use one of fatal, error, warn, info, debug, trace, silent',
    ],
    [{ HOST: 'not a host' }, 'HOST="not a host" is not an address; write it as 127.0.0.1, ::1, 0.0.0.0 or a host name'],
    [{ ENCORE_API_KEY: 'short' }, 'ENCORE_API_KEY: must be 16 to 200 printable characters without spaces'],
    [
      { GRAFANA_HOME: '/nowhere' },
      'GRAFANA_HOME="/nowhere" is not a Grafana installation: it has no bin/grafana and conf/',
    ],
    [{ DATABASE_URL: 'postgresql://a@b/c' }, 'DATABASE_ADMIN_URL: is not set and DATABASE_URL is: set both'],
    [{ DATABASE_ADMIN_URL: 'postgresql://a@b/c' }, 'DATABASE_URL: is not set and DATABASE_ADMIN_URL is: set both'],
    [
      { DATABASE_URL: 'mysql://a@b/c', DATABASE_ADMIN_URL: 'postgresql://a@b/c' },
      'DATABASE_URL: is not a PostgreSQL address; write it as postgresql://user:password@host:5432/encore',
    ],
    [{ ENCORE_DATA_DIR: '/dev/null/data' }, 'ENCORE_DATA_DIR="/dev/null/data" cannot be written'],
  ])('%o', async (env, expected) => {
    expect(await refusal(env)).toContain(`encore: ${expected}`);
  });
});
