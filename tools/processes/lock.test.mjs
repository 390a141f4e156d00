import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { birthOf } from './identity.mjs';
import { holderOf, LockHeldError, takeLock } from './lock.mjs';

describe('a lock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'encore-lock-'));
  const file = join(folder, 'sub', 'a.lock');
  afterEach(() => rmSync(file, { force: true }));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is held until it is released', () => {
    const release = takeLock(file, 'testing');
    expect(holderOf(file)).toMatchObject({ pid: process.pid, says: 'testing' });
    expect(() => takeLock(file)).toThrow(LockHeldError);
    release();
    expect(existsSync(file)).toBe(false);
  });

  it('of a process that died is taken over', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(file, JSON.stringify({ pid, born: '1' }));
    expect(holderOf(file)).toBeUndefined();
    takeLock(file)();
  });

  it('is not mistaken for held when its id belongs to another process by now', () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, born: `not ${birthOf(process.pid)}` }));
    expect(holderOf(file)).toBeUndefined();
  });

  it('with broken contents is taken over', () => {
    writeFileSync(file, '{"pid":');
    takeLock(file)();
  });
});
