import { fixture, liveRows } from '../fixtures/fixture.ts';
import { counts, importBench, rejections } from '../testing.ts';
import type { ImportBench } from '../testing.ts';

let bench: ImportBench;
let tour: string;
beforeAll(async () => {
  bench = await importBench();
  tour = await fixture('tour.ics');
});
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const now = new Date('2024-06-15T12:00:00Z');
const calendar = (...events: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.map((lines) => `BEGIN:VEVENT\r\n${lines.trim().replaceAll(/\n\s*/g, '\r\n')}\r\nEND:VEVENT\r\n`).join('')}END:VCALENDAR\r\n`;
interface Show {
  id: string;
  day: string;
  status: string;
}
const shows = () =>
  liveRows<Show>(
    bench,
    'gig',
    'external_id AS id, occurred_at::date::text AS day, status, title, venue_name AS venue, city, region, country, time_zone',
    'occurred_at, external_id'
  );
const days = async () => (await shows()).map(({ day, status }) => `${day} ${status}`);

describe('a calendar of shows', () => {
  it('lands single shows, series with moved, cancelled and left out dates, days and zones of its own', async () => {
    const outcome = await bench.load(undefined, tour, { now });
    expect(outcome.format).toBe('ics');
    expect(counts(outcome)).toEqual([7, 0, 0, 0]);
    expect((await shows()).map(({ id, day, status }) => [id, day, status])).toEqual([
      ['residency@mira.example/20240502T200000', '2024-05-02', 'played'],
      ['residency@mira.example/20240516T200000', '2024-05-17', 'played'],
      ['residency@mira.example/20240523T200000', '2024-05-23', 'cancelled'],
      ['residency@mira.example/20240530T200000', '2024-05-30', 'played'],
      ['one@mira.example', '2024-06-14', 'played'],
      ['late@mira.example', '2024-07-11', 'offered'],
      ['festival@mira.example', '2024-08-03', 'booked'],
      ['house@mira.example/20241101T200000', '2024-11-01', 'booked'],
      ['house@mira.example/20241102T200000', '2024-11-02', 'booked'],
      ['house@mira.example/20241103T200000', '2024-11-03', 'booked'],
    ]);
  });

  it('reads the place from the location, joins folded lines and knows the zone', async () => {
    await bench.load('ics', tour, { now });
    const of = (id: string) => shows().then((all) => all.find((show) => show.id.startsWith(id)));
    expect(await of('one')).toMatchObject({
      title: 'Lido, album release',
      venue: 'Lido',
      city: 'Berlin',
      country: 'Germany',
      time_zone: 'Europe/Berlin',
    });
    expect(await of('festival')).toMatchObject({
      title: 'A festival with a name that is long enough to be folded over the second line',
      city: 'Austin',
      region: 'TX',
      country: 'USA',
    });
    expect(await of('late')).toMatchObject({ time_zone: 'Europe/Berlin', venue: null });
    expect(await of('house')).toMatchObject({ time_zone: null });
  });

  it('changes nothing the second time; a show is played when its day has passed', async () => {
    await bench.load('ics', tour, { now });
    expect(counts(await bench.load('ics', tour, { now }))).toEqual([0, 0, 7, 0]);
    expect(counts(await bench.load('ics', tour, { now: new Date('2024-08-10T12:00:00Z') }))).toEqual([0, 1, 6, 0]);
    expect(await days()).toContain('2024-08-03 played');
  });

  it('cancels a date that the series left out since the last file, and no other', async () => {
    const series = (extra: string) =>
      calendar(`UID:a\nDTSTART;TZID=Europe/Berlin:20240701T200000\nRRULE:FREQ=DAILY;COUNT=3\n${extra}`);
    await bench.load('ics', series('EXDATE;VALUE=DATE:20240701'), { now });
    expect(await days()).toEqual(['2024-07-02 booked', '2024-07-03 booked']);
    await bench.load('ics', series('EXDATE;VALUE=DATE:20240701\nEXDATE:20240702T180000Z'), { now });
    expect(await days()).toEqual(['2024-07-02 cancelled', '2024-07-03 booked']);
  });

  it('moves all following dates with the one that says so, and adds dates by RDATE', async () => {
    const file = calendar(
      'UID:a\nDTSTART:20240701T200000\nRRULE:FREQ=WEEKLY;COUNT=3\nRDATE:20240720T200000,20240721T200000',
      'UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20240708T200000\nDTSTART:20240709T210000\nSUMMARY:Tuesdays'
    );
    await bench.load('ics', file, { now });
    expect((await shows()).map(({ day, id }) => [day, id])).toEqual([
      ['2024-07-01', 'a/20240701T200000'],
      ['2024-07-09', 'a/20240708T200000'],
      ['2024-07-16', 'a/20240715T200000'],
      ['2024-07-21', 'a/20240720T200000'],
      ['2024-07-22', 'a/20240721T200000'],
    ]);
  });

  it('keeps a show at its hour over the change of the clocks', async () => {
    await bench.load(
      'ics',
      calendar('UID:a\nDTSTART;TZID=Europe/Berlin:20241025T233000\nRRULE:FREQ=DAILY;UNTIL=20241028T223000Z'),
      { now }
    );
    expect((await days()).map((day) => day.slice(0, 10))).toEqual([
      '2024-10-25',
      '2024-10-26',
      '2024-10-27',
      '2024-10-28',
    ]);
  });

  it('points out shows of a day on which another import has one', async () => {
    await bench.load('gigs', 'gig_id,date,venue\n1,2024-06-14,Lido\n2,2024-05-01,Elsewhere\n', { now });
    expect((await bench.load('ics', tour, { now })).report.notices).toContainEqual({
      code: 'ICS_KNOWN_ELSEWHERE',
      text: '1 show is on a day on which another import has a show (2024-06-14); if they are the same, keep one of the two files',
    });
  });

  it('keeps nothing of guests, organisers and descriptions', async () => {
    await bench.load('ics', tour, { now });
    const kept = JSON.stringify(await liveRows(bench, 'gig', 't.*', 'fact_id'));
    expect(kept).toContain('residency@mira.example');
    expect(kept).not.toMatch(/jo doe|crew\.example|\+49|leave now/i);
  });

  it('takes series without an end two years ahead and says so', async () => {
    const { report } = await bench.load(
      'ics',
      calendar('UID:a\nDTSTART:20240601T200000\nRRULE:FREQ=MONTHLY\nSUMMARY:Open mic'),
      { now }
    );
    expect(report.notices).toContainEqual({
      code: 'ICS_SERIES_ENDLESS',
      text: '1 series without an end: taken until 2026-06-16: Open mic',
    });
    expect(await shows()).toHaveLength(25);
  });

  it('names events that are wrong, repeats nothing else of them, and lands the others', async () => {
    const file = calendar(
      'UID:ok\nDTSTART:20240701T200000',
      'DTSTART:20240701T200000',
      'UID:b',
      'UID:c\nDTSTART:20241331T200000',
      'UID:d\nDTSTART:20240701T200000\nRRULE:FREQ=HOURLY',
      'UID:e\nDTSTART:20240701T200000\nRRULE:FREQ=WEEKLY;BYDAY=XX',
      'UID:f\nDTSTART:20240701T200000\nEXDATE:tomorrow\nRRULE:FREQ=DAILY',
      'UID:ok\nDTSTART:20240801T200000'
    );
    expect(rejections(await bench.load('ics', file, { now }))).toEqual([
      [7, 'UID', '', 'IMPORT_MISSING_VALUE'],
      [10, 'DTSTART', '', 'IMPORT_MISSING_VALUE'],
      [13, 'DTSTART', '20241331T200000', 'IMPORT_BAD_DATE'],
      [17, 'RRULE', 'FREQ=HOURLY', 'IMPORT_BAD_RULE'],
      [22, 'RRULE', 'FREQ=WEEKLY;BYDAY=XX', 'IMPORT_BAD_RULE'],
      [27, 'EXDATE', 'tomorrow', 'IMPORT_BAD_DATE'],
      [33, 'UID', 'ok', 'IMPORT_REPEATED_KEY'],
    ]);
    expect(await days()).toEqual(['2024-07-01 booked']);
  });
});

describe('an event that changed since the last file', () => {
  const weekly = (hour: number, rest: string) => `UID:a\nDTSTART;TZID=Europe/Berlin:20240701T${hour}0000\n${rest}`;
  const load = (...events: string[]) => bench.load('ics', calendar(...events), { now });

  it('and was moved to another hour has its shows once', async () => {
    await load(weekly(20, 'RRULE:FREQ=WEEKLY;COUNT=3'), 'UID:b\nDTSTART:20240702T200000');
    const { report } = await load(weekly(19, 'RRULE:FREQ=WEEKLY;COUNT=3'));
    expect(report).toMatchObject({ added: 1, withdrawn: 3 });
    expect(report.notices).toContainEqual({
      code: 'IMPORT_WITHDRAWN',
      text: '3 rows of 1 event are no longer in the file and count no more',
    });
    expect(await days()).toEqual(['2024-07-01 booked', '2024-07-02 booked', '2024-07-08 booked', '2024-07-15 booked']);
    const back = await load(weekly(20, 'RRULE:FREQ=WEEKLY;COUNT=3'));
    expect(back.report).toMatchObject({ added: 1, withdrawn: 3 });
    expect(await days()).toHaveLength(4);
  });

  it('and is repeated from now on has its first show once', async () => {
    await load(weekly(20, ''));
    expect((await load(weekly(20, 'RRULE:FREQ=WEEKLY;COUNT=2'))).report.withdrawn).toBe(1);
    expect(await days()).toEqual(['2024-07-01 booked', '2024-07-08 booked']);
    await load(weekly(20, ''));
    expect(await days()).toEqual(['2024-07-01 booked']);
  });

  it.each(['RRULE:FREQ=WEEKLY;COUNT=2', 'RRULE:FREQ=WEEKLY;UNTIL=20240709T000000Z'])(
    'and ends earlier by %s has no show after that',
    async (rule) => {
      await load(weekly(20, 'RRULE:FREQ=WEEKLY;COUNT=4'));
      expect((await load(weekly(20, rule))).report.withdrawn).toBe(2);
      expect(await days()).toEqual(['2024-07-01 booked', '2024-07-08 booked']);
    }
  );

  it('keeps its shows where the file does not tell all of them', async () => {
    await load(weekly(20, 'RRULE:FREQ=WEEKLY;COUNT=4'));
    const shorter = weekly(20, 'RRULE:FREQ=WEEKLY;COUNT=2');
    const instance = 'UID:a\nRECURRENCE-ID;TZID=Europe/Berlin:20240708T200000\nDTSTART:';
    expect((await load(shorter, `${instance}someday`)).report.withdrawn).toBe(0);
    expect((await load(shorter, 'DTSTART:20240801')).report.withdrawn).toBe(0);
    expect((await load(`${instance}20240708T200000`)).report.withdrawn).toBe(0);
    expect((await load('UID:b\nDTSTART:20240801')).report.withdrawn).toBe(0);
    expect(await days()).toHaveLength(5);
  });

  it.each([
    ['SEQUENCE:2', 'SEQUENCE:10'],
    ['SEQUENCE:1\nDTSTAMP:20240101T000000Z', 'SEQUENCE:1\nDTSTAMP:20240201T000000Z'],
    ['LAST-MODIFIED:20240101T000000Z', 'LAST-MODIFIED:20240201T000000Z'],
  ])('and stands in the file twice counts as its later version: %s before %s', async (earlier, later) => {
    const old = weekly(20, `RRULE:FREQ=WEEKLY;COUNT=4\n${earlier}`);
    const fresh = `UID:a\nDTSTART:20240901T200000\n${later}`;
    for (const [events, line] of [
      [[old, fresh], 3],
      [[fresh, old], 9 - Number(!later.includes('\n'))],
    ] as const) {
      const { report } = await load(...events);
      expect(report.rejected).toMatchObject([{ line, column: 'UID', value: 'a', code: 'IMPORT_REPEATED_KEY' }]);
      expect(await days()).toEqual(['2024-09-01 booked']);
    }
  });
});
