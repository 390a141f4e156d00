import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BadInput } from '../bench.ts';
import { readTask } from './input.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'encore-forest-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: unknown, zipped = false): string {
  const path = join(folder, 'task.json');
  const text = JSON.stringify(content);
  writeFileSync(path, zipped ? gzipSync(text) : text);
  return path;
}

const whole = { X: [[1], [2]], y: [1, 2], c: [0, 1], Xtest: [[3]], ytest: [3], ctest: [1] };

describe('the file of rows', () => {
  it.each([false, true])('is read with what peers reach, gzipped: %s', (zipped) => {
    const task = readTask(file({ ...whole, peers: { one: { r2: [0.5, 0.7], auc: 0.9 } } }, zipped));
    expect([...task.numbers.y, ...task.testClasses.y]).toEqual([1, 2, 1]);
    expect(task.peers.map(([name, value]) => [name, Number(value.toFixed(6))])).toEqual([
      ['one_r2', 0.6],
      ['one_auc', 0.9],
    ]);
    expect(task.quality).toBeUndefined();
  });

  it('is refused where it is absent, no JSON or lacks a part', () => {
    expect(() => readTask(join(folder, 'absent.json'))).toThrow(BadInput);
    writeFileSync(join(folder, 'text.json'), 'no');
    expect(() => readTask(join(folder, 'text.json'))).toThrow('--data takes another file');
    expect(() => readTask(file({ ...whole, c: undefined }))).toThrow('lacks X, y, c');
  });
});
