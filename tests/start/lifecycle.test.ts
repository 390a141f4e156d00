import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Encore } from './encore.ts';
import { descendants, eventually, startEncore, survivors } from './encore.ts';

// Steps of one story on one folder; each begins where the one before it ended. Processes are read from /proc.
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('npm start', () => {
  // Mode 0700 and a space: as root, PostgreSQL's user must still get in.
  const dataDir = join(mkdtempSync(join(tmpdir(), 'encore start-')), 'data');
  let encore: Encore;
  let address = '';
  let key = '';
  const readKey = () => readFileSync(join(dataDir, 'api-key'), 'utf8').trim();
  const postgres = () =>
    descendants(encore.pid).find(({ command }) => /postgres -D/.test(command) && !/guard/.test(command));
  const ended = async () => {
    const processes = descendants(encore.pid);
    return { processes, left: () => survivors(processes, 10_000) };
  };

  beforeAll(async () => {
    encore = startEncore(dataDir);
    address = await encore.ready;
    key = readKey();
  });

  afterAll(async () => {
    encore.kill('SIGTERM');
    await encore.exited;
    rmSync(join(dataDir, '..'), { recursive: true, force: true });
  });

  it('answers as soon as it says that it is ready', async () => {
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  });

  it('keeps everything it writes closed to other users', () => {
    const modeOf = (name: string) => (statSync(join(dataDir, name)).mode & 0o777).toString(8);
    expect({ key: modeOf('api-key'), passwords: modeOf('postgres.json'), files: modeOf('postgres') }).toEqual({
      key: '600',
      passwords: '600',
      files: '700',
    });
    expect(encore.output()).not.toContain(key);
  });

  it('accepts its first key', async () => {
    const call = (bearer: string) => fetch(`${address}/v1/health`, { headers: { authorization: `Bearer ${bearer}` } });
    expect([(await call(key)).status, (await call('enc_wrong_key_0123456789')).status]).toEqual([200, 401]);
  });

  it('refuses a second start on the same folder in one line', async () => {
    const second = startEncore(dataDir);
    expect(await second.exited).toBe(1);
    expect(second.output()).toMatch(/^encore: Encore runs on .* already \(process \d+\); stop that one.*\n$/);
  });

  it('starts a worker again that crashed', async () => {
    const worker = () => descendants(encore.pid).find(({ command }) => / work $/.test(command));
    const first = worker();
    process.kill(first?.pid ?? 0, 'SIGKILL');
    const next = await eventually(() => [worker()].find((found) => found && found.pid !== first?.pid), 10_000);
    expect(next.command).toBe(first?.command);
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
  });

  it('leaves nothing behind when it is killed with -9', async () => {
    const { processes, left } = await ended();
    expect(processes.length).toBeGreaterThan(3);
    encore.kill('SIGKILL');
    await encore.exited;
    expect(await left()).toEqual([]);
  });

  it('comes up again within ten seconds after that, with the same key', async () => {
    const began = Date.now();
    encore = startEncore(dataDir);
    address = await encore.ready;
    expect(Date.now() - began).toBeLessThan(10_000);
    expect((await fetch(`${address}/v1/health`, { headers: { authorization: `Bearer ${key}` } })).status).toBe(200);
  });

  it('recovers when everything but the database was killed with -9', async () => {
    const orphan = postgres();
    for (const { pid } of descendants(encore.pid)) if (pid !== orphan?.pid) kill9(pid);
    encore.kill('SIGKILL');
    await encore.exited;
    encore = startEncore(dataDir);
    address = await encore.ready;
    expect(postgres()?.pid).not.toBe(orphan?.pid);
    expect(readKey()).toBe(key);
  });

  it('brings the database back when it was killed with -9, and answers from it', async () => {
    const first = postgres();
    kill9(first?.pid ?? 0);
    // Found in between, it is still the command that lends it another user.
    const isNext = (found: ReturnType<typeof postgres>) =>
      found && found.pid !== first?.pid && !found.command.startsWith('unshare');
    const next = await eventually(() => [postgres()].find(isNext), 5_000);
    expect(next.command).toBe(first?.command);
    const answers = async () => (await fetch(`${address}/health/ready`)).status;
    for (const end = Date.now() + 5_000; Date.now() < end && (await answers()) !== 200; ) await sleep(50);
    expect(await answers()).toBe(200);
    expect(encore.output()).toContain('PostgreSQL ended by itself');
  });

  it('ends everything in order on SIGTERM', async () => {
    const { left } = await ended();
    encore.kill('SIGTERM');
    expect(await encore.exited).toBe(0);
    expect(await left()).toEqual([]);
    expect(readFileSync(join(dataDir, 'logs', 'postgres.log'), 'utf8').trimEnd()).toMatch(
      /database system is shut down$/
    );
  });

  it('ends everything when it is stopped while it comes up', async () => {
    encore = startEncore(dataDir);
    await eventually(() => postgres(), 20_000);
    const { left } = await ended();
    encore.kill('SIGINT');
    expect(await encore.exited).toBe(0);
    expect(await left()).toEqual([]);
  });
});

/** Ended already is fine: postgres ends its own children. */
function kill9(pid: number) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone.
  }
}
