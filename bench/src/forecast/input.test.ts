import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BadInput } from '../bench.ts';
import { readTasks } from './input.ts';
import { sampleOf } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'encore-bench-input-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string | Uint8Array): string {
  const path = join(folder, 'series.json');
  writeFileSync(path, content);
  return path;
}
const good = { id: 'a', freq: 'M', period: 12, start: '1998-01', horizon: 2, train: [1, null, 3] };
const read = (...rows: unknown[]) => readTasks(file(JSON.stringify(rows)));

describe('a file of series', () => {
  it('is read with and without gzip, with gaps as NaN and without a test part', () => {
    for (const bytes of [Buffer.from(JSON.stringify([good])), gzipSync(JSON.stringify([good]))]) {
      const [task] = readTasks(file(bytes));
      expect(task).toMatchObject({ id: 'a', weekly: false, start: Date.UTC(1998, 0), test: undefined });
      expect(Array.from(task!.train)).toEqual([1, NaN, 3]);
    }
  });

  it.each([
    ['not JSON', '[{"train": [NaN]}]', 'is not JSON'],
    ['not a list', '{}', 'not a list'],
    ['empty', '[]', 'no series'],
    ['bytes of another kind', Buffer.from([0x1f, 0x8b, 1, 2, 3]), 'is not JSON'],
    ['text that is not UTF-8', Buffer.from([0x5b, 0xff, 0x5d]), 'is not JSON'],
  ])('is refused when it is %s', (_, content, message) => {
    expect(() => readTasks(file(content))).toThrow(BadInput);
    expect(() => readTasks(file(content))).toThrow(message);
  });

  it.each([
    [[{ ...good, id: undefined }], 'series 1: no id'],
    [[good, good], 'the id "a" occurs twice'],
    [[{ ...good, horizon: 0 }], '"a": horizon is 0, not a whole number from 1 to 120'],
    [[{ ...good, period: 1.5 }], '"a": period is 1.5'],
    [[{ ...good, train: [1, '2'] }], '"a": train[1] is "2", not a number'],
    [[{ ...good, train: 'abc' }], '"a": train is not a list'],
    [[{ ...good, start: 'spring' }], '"a": start is "spring", not a date'],
    [[{ ...good, test: [1] }], '"a": test has 1 values, not 2'],
    [[null], 'series 1: not an object'],
  ])('names the series and the field that is wrong (%#)', (rows, message) => {
    expect(() => read(...rows)).toThrow(message);
  });

  it('is refused when it is not there', () => {
    expect(() => readTasks(join(folder, 'missing.json'))).toThrow("can't be read");
  });
});

describe('a sample', () => {
  const all = Array.from({ length: 50 }, (_, index) => index);

  it('is the same for the same seed, in order and without repeats', () => {
    const once = sampleOf(all, 10, 1);
    expect(sampleOf(all, 10, 1)).toEqual(once);
    expect(once).toEqual([...new Set(once)].sort((a, b) => a - b));
    expect(sampleOf(all, 10, 2)).not.toEqual(once);
  });

  it('is everything where more is asked for than there is', () => {
    expect(sampleOf(all, 500, 1)).toEqual(all);
  });
});
