import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLog } from './log.mjs';

describe('a log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'encore-log-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps its lines to its owner and goes on where it ended', () => {
    const file = join(folder, 'api.log');
    for (const line of ['one', 'two']) {
      const log = openLog(file);
      log.add(line);
      log.end();
    }
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('sets a large file aside', () => {
    const file = join(folder, 'large.log');
    writeFileSync(file, Buffer.alloc(10_000_001));
    openLog(file).add('new');
    expect([statSync(`${file}.1`).size, readFileSync(file, 'utf8')]).toEqual([10_000_001, 'new\n']);
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('is no reason to fail when the disk is full or the folder is gone', () => {
    for (const file of ['/dev/full', join(folder, 'nowhere', 'api.log')]) {
      const log = openLog(file);
      log.add('lost');
      log.end();
    }
  });
});
