import { counts, importBench } from '../testing.ts';
import type { ImportBench } from '../testing.ts';

let bench: ImportBench;
beforeAll(async () => void (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const now = new Date('2024-06-15T12:00:00Z');
const calendar = (...events: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.map((lines) => `BEGIN:VEVENT\r\n${lines.trim().replaceAll(/\n\s*/g, '\r\n')}\r\nEND:VEVENT\r\n`).join('')}END:VCALENDAR\r\n`;

describe('a hostile calendar', () => {
  const refusal = (content: string | Buffer) =>
    bench.load('ics', content, { now, dryRun: true }).catch((error: { code: string }) => error.code);

  it('cannot keep the import busy with a rule that has no date', async () => {
    const rules = [
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=WEEKLY;BYWEEKNO=60',
      'FREQ=DAILY;INTERVAL=999999999',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31',
      'FREQ=MONTHLY;BYDAY=6MO',
      'FREQ=SECONDLY',
    ];
    const started = Date.now();
    const { report } = await bench.load(
      'ics',
      calendar(...rules.map((rule, i) => `UID:${i}\nDTSTART:20240101T200000\nRRULE:${rule}`)),
      { now }
    );
    expect(report.rejected.map(({ code, value }) => [value, code])).toEqual(
      rules.map((rule) => [rule, 'IMPORT_BAD_RULE'])
    );
    expect(Date.now() - started).toBeLessThan(8_000);
  });

  it('yields no more dates than its bounds allow', async () => {
    const nightly = await bench.load('ics', calendar('UID:a\nDTSTART:19000101T200000\nRRULE:FREQ=DAILY'), { now });
    expect(nightly.report.notices[0]!.text).toBe('1 series: the first 2,000 dates are taken: a');
    const many = Array.from({ length: 26 }, (_, i) => `UID:${i}\nDTSTART:20150101T200000\nRRULE:FREQ=DAILY`);
    expect(await refusal(calendar(...many))).toBe('IMPORT_TOO_LARGE');
  });

  it('is refused when it has a million events, nests without end or never breaks a line', async () => {
    const event = 'BEGIN:VEVENT\nUID:a\nDTSTART:20240701\nEND:VEVENT\n';
    expect(await refusal(`BEGIN:VCALENDAR\n${event.repeat(60_000)}`)).toBe('IMPORT_TOO_LARGE');
    const nested = await bench.load('ics', `BEGIN:VCALENDAR\n${'BEGIN:X\n'.repeat(100_000)}`, { now, dryRun: true });
    expect(nested.report.read).toBe(0);
    const long = await bench.load(
      'ics',
      calendar(
        `UID:a\nDTSTART:20240701\nSUMMARY:${'x'.repeat(5_000_000)}`,
        `UID:b\nDTSTART:20240701\nLOCATION:\0\ufffd`
      ),
      { now, dryRun: true }
    );
    expect(long.report.rejected.map(({ line, code, value }) => [line, code, value])).toEqual([
      [3, 'IMPORT_BAD_EVENT', ''],
      [8, 'IMPORT_BAD_EVENT', ''],
    ]);
  });

  it('is refused when it is no calendar, and reads what there is of one that breaks off', async () => {
    expect(await refusal('date,amount\n')).toBe('IMPORT_NO_CALENDAR');
    expect(await refusal('BEGIN:VEVENT\n')).toBe('IMPORT_NO_CALENDAR');
    expect(await refusal('')).toBe('IMPORT_EMPTY');
    const cut = await bench.load('ics', calendar('UID:a\nDTSTART:20240701', 'UID:b\nDTSTART:20240702').slice(0, -35), {
      now,
    });
    expect(counts(cut)).toEqual([1, 0, 0, 1]);
    expect(cut.report.rejected[0]!.reason).toContain('ends within it');
  });
});
