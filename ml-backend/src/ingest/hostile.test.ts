import { gzipSync } from 'node:zlib';
import { counts, importBench } from './testing.ts';
import type { ImportBench } from './testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const header = 'date,amount,currency,source\n';
const row = (source: string) => `2024-01-01,1,USD,${source}\n`;
const sources = async () =>
  (await bench.versions<{ counterparty: string }>('ledger_entry')).map(({ counterparty }) => counterparty);
const refusal = (content: string | Buffer, extra = {}) =>
  bench.load('ledger', content, extra).catch((error: { code: string }) => error.code);

describe('a file from anywhere', () => {
  it('may begin with a byte order mark, end lines in any way and be UTF-16', async () => {
    for (const [i, text] of [
      `\ufeff${header}${row('a')}`,
      (header + row('b')).replaceAll('\n', '\r\n'),
      (header + row('c')).replaceAll('\n', '\r'),
    ].entries()) {
      expect([i, counts(await bench.load('ledger', text))]).toEqual([i, [1, 0, 0, 0]]);
    }
    await bench.load('ledger', Buffer.from(`\ufeff${header}${row('é')}`, 'utf16le'));
    expect(await sources()).toEqual(['a', 'b', 'c', 'é']);
  });

  it('may use another delimiter, have blank lines and be gzip of any name', async () => {
    await bench.load('ledger', 'date|amount|currency|source\n\n2024-01-01|1|USD|bar\n|||\n');
    await bench.load('ledger', gzipSync(header + row('zip')));
    expect(await sources()).toEqual(['bar', 'zip']);
  });

  it('keeps formulas, quotes, backslashes and SQL as the text that they are', async () => {
    const texts = [
      '=HYPERLINK("http://x")',
      '+1+1',
      '@SUM(A1)',
      "Robert'); DROP TABLE artist;--",
      'back\\slash \\N',
      '\\.',
      'say "hi"',
      '🎸 naïve',
    ];
    await bench.load('ledger', header + texts.map((text) => row(`"${text.replaceAll('"', '""')}"`)).join(''));
    expect(await sources()).toEqual(texts);
  });

  it('loses only the rows that are not valid', async () => {
    const bytes = Buffer.concat([
      Buffer.from(header + row('ok')),
      Buffer.from('2024-01-01,1,USD,caf\xe9\n', 'latin1'),
      Buffer.from(
        row('nul\0') +
          '2024-01-01,1,USD\n' +
          '2024-01-01,1,USD,a,b\n' +
          row('x'.repeat(600)) +
          row('"open') +
          row('end')
      ),
    ]);
    const { report } = await bench.load('ledger', bytes);
    expect(report.rejected.map(({ line, reason }) => [line, reason.slice(0, 28)])).toEqual([
      [3, 'the row is not valid UTF-8; '],
      [4, 'the row holds a NUL characte'],
      [5, 'the row has 3 values, the he'],
      [6, 'the row has 5 values, the he'],
      [7, 'the text has 600 characters;'],
      [8, 'a quote is opened and never '],
    ]);
    expect(await sources()).toEqual(['ok', 'end']);
  });

  it('keeps a byte order mark behind gzip and before a quoted header out of its names', async () => {
    await bench.load('ledger', gzipSync(`\ufeff"date","amount","currency","source"\n${row('a')}`));
    await bench.load(undefined, `\ufeff"date";"amount";"currency";"source"\r\n2024-01-01;1;USD;b\r\n`);
    expect(await sources()).toEqual(['a', 'b']);
  });

  it('says what it found when its delimiter is none that tables have, or another one below the header', async () => {
    await expect(bench.load('ledger', 'date~amount~currency\n2024-01-01~1~USD\n')).rejects.toMatchObject({
      code: 'IMPORT_MISSING_COLUMN',
      message: expect.stringContaining('its first row reads "date~amount~currency"'),
    });
    const { report } = await bench.load('ledger', `${header}2024-01-01;1;USD;a\n${row('ok')}`);
    expect(report).toMatchObject({ added: 1, rejected: [{ line: 2, code: 'IMPORT_BAD_ROW' }] });
    expect(report.rejected[0]!.reason).toMatch(/^the row has 1 value, the header has 4/);
  });

  it('loses one row to a quote that is opened and never closed, also when megabytes follow', async () => {
    const many = Array.from({ length: 60_000 }, (_, i) => row(`s${i}`)).join('');
    const { report } = await bench.load('ledger', `${header}${row('first')}2024-01-01,1,USD,"open\n${many}`);
    expect(report).toMatchObject({ read: 60_002, added: 60_001, rejectedCount: 1 });
    expect(report.rejected[0]).toMatchObject({ line: 3, reason: expect.stringContaining('a quote is opened') });
    expect(await refusal('date,"amount,currency\n2024-01-01,1,USD\n')).toBe('IMPORT_MISSING_COLUMN');
  });

  it('takes no formula for a number, a date or a currency', async () => {
    const cells = ['=cmd(),1,USD', '2024-01-01,=1+1,USD', "2024-01-01,1,=cmd|' /C calc'!A0", '2024-01-01,@SUM(A1),USD'];
    const { report } = await bench.load('ledger', `date,amount,currency\n${cells.join('\n')}\n`);
    expect(report).toMatchObject({ added: 0, rejectedCount: 4 });
    expect(report.rejected.map(({ column, code }) => `${column} ${code}`)).toEqual([
      'date IMPORT_BAD_DATE',
      'amount IMPORT_BAD_AMOUNT',
      'currency IMPORT_BAD_CURRENCY',
      'amount IMPORT_BAD_AMOUNT',
    ]);
  });

  it('survives a field of ten megabytes', async () => {
    const { report } = await bench.load('ledger', header + row('y'.repeat(10 * 1024 ** 2)) + row('end'));
    expect(report).toMatchObject({ read: 2, added: 1, rejectedCount: 1 });
    expect(report.rejected[0]!.value.length).toBeLessThan(300);
  });

  it('is refused when it is no table', async () => {
    expect(await refusal('')).toBe('IMPORT_EMPTY');
    expect(await refusal('\n\n')).toBe('IMPORT_EMPTY');
    expect(await refusal('hello world\n')).toBe('IMPORT_MISSING_COLUMN');
    expect(await refusal(Buffer.from('PK\x03\x04 and so on'))).toBe('IMPORT_BINARY');
    expect(await refusal(Buffer.from([1, 0, 2, 0, 3]))).toBe('IMPORT_BINARY');
    expect(await refusal('x', { path: '/nowhere/at/all.csv' })).toBe('IMPORT_NO_FILE');
    expect(await refusal('x', { format: 'nope' })).toBe('IMPORT_UNKNOWN_FORMAT');
  });

  it('says what its header lacks', async () => {
    await expect(bench.load('gigs', 'gig_id,when\n1,2024-01-01\n')).rejects.toMatchObject({
      code: 'IMPORT_MISSING_COLUMN',
      message: 'file.csv has no column "date"; its first row reads "gig_id", "when"',
      field: 'date',
    });
  });

  it('lands nothing of a gzip file that is cut or damaged', async () => {
    const whole = gzipSync(header + Array.from({ length: 20_000 }, (_, i) => row(`s${i}`)).join(''));
    expect(await refusal(whole.subarray(0, whole.length - 2000))).toBe('IMPORT_BAD_GZIP');
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, damaged.length - 3000, damaged.length - 2000);
    expect(await refusal(damaged)).toBe('IMPORT_BAD_GZIP');
    expect(await bench.versions('ledger_entry')).toEqual([]);
  });

  it('is refused when it expands without end', async () => {
    const bomb = gzipSync(header + row('a').repeat(100) + ' '.repeat(80 * 1024 ** 2));
    expect(await refusal(bomb)).toBe('IMPORT_TOO_LARGE');
    expect(await refusal(header + row('a'), { limits: { fileBytes: 20, textBytes: 1000 } })).toBe('IMPORT_TOO_LARGE');
  });
});
