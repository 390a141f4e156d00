import { counts, importBench } from '../testing.ts';
import type { ImportBench } from '../testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(async () => {
  bench.newArtist();
  await bench.load('gigs', 'gig_id,date,location\n1,2024-01-01,A\n2,2024-01-02,B\n', { now: first });
});
afterAll(() => bench.close());

const first = new Date('2024-03-01T12:00:00Z');
const second = new Date('2024-04-01T12:00:00Z');
const third = new Date('2024-05-01T12:00:00Z');
const text = (...rows: string[]) => `gig_id,position,song\n${rows.join('\n')}\n`;
const load = (now: Date, ...rows: string[]) => bench.load('setlists', text(...rows), { now });
const whole = ['1,1,One', '1,2,Two', '1,3,Three', '2,1,One'];

interface Entry {
  position: number;
  known_at: Date;
  superseded_at: Date | null;
}
/** Places in the order that were believed at a moment, of both shows. */
const believed = async (at: Date) =>
  (await bench.versions<Entry>('setlist_entry'))
    .filter(({ known_at, superseded_at }) => known_at <= at && (superseded_at === null || superseded_at > at))
    .map(({ position }) => position);

describe('a setlist that is exported again', () => {
  it('and is shorter takes songs away from then on, and counts them', async () => {
    await load(first, ...whole);
    const { report } = await load(second, '1,1,One', '1,3,Three');
    expect(report).toMatchObject({ read: 2, added: 0, superseded: 0, unchanged: 2, withdrawn: 1, rejectedCount: 0 });
    expect(report.notices).toEqual([
      { code: 'IMPORT_WITHDRAWN', text: '1 row of 1 show is no longer in the file and counts no more' },
    ]);
    expect(await believed(first)).toEqual([1, 1, 2, 3]);
    expect(await believed(second)).toEqual([1, 1, 3]);
    expect((await load(third, '1,1,One', '1,3,Three')).report.withdrawn).toBe(0);
  });

  it('leaves shows alone that are not in the file', async () => {
    await load(first, ...whole);
    expect((await load(second, '2,1,Two')).report).toMatchObject({ superseded: 1, withdrawn: 0 });
    expect(await believed(second)).toEqual([1, 1, 2, 3]);
  });

  it('and has songs again that were gone is believed twice at no moment', async () => {
    await load(first, ...whole);
    await load(second, '1,1,One', '1,2,Two');
    expect(counts(await load(third, ...whole))).toEqual([1, 0, 3, 0]);
    for (const at of [first, third]) expect(await believed(at)).toEqual([1, 1, 2, 3]);
    expect(await believed(second)).toEqual([1, 1, 2]);
  });

  it('takes nothing from a show with a row that cannot be used', async () => {
    await load(first, ...whole);
    const { report } = await load(second, '1,1,One', '1,2,Two', '1,three,Three', '2,1,One');
    expect(report).toMatchObject({ unchanged: 3, rejectedCount: 1, withdrawn: 0 });
    const broken = await load(second, '1,1,One', '1,2');
    expect(broken.report).toMatchObject({ withdrawn: 0, notices: [{ code: 'IMPORT_NOT_COMPLETE' }] });
    expect(await believed(second)).toEqual([1, 1, 2, 3]);
  });

  it('goes on with the rest of a setlist that was cut in two files', async () => {
    await load(first, '1,1,One', '1,2,Two');
    expect((await load(second, '1,3,Three')).report).toMatchObject({ added: 1, withdrawn: 0 });
    expect(await believed(second)).toEqual([1, 2, 3]);
  });

  it('only reports in a dry run', async () => {
    await load(first, ...whole);
    const { report } = await bench.load('setlists', text('1,1,One'), { now: second, dryRun: true });
    expect(report.withdrawn).toBe(2);
    expect(await believed(second)).toEqual([1, 1, 2, 3]);
  });
});

describe('formats that tell only some of what there is', () => {
  it('take nothing away', async () => {
    const { report } = await bench.load('gigs', 'gig_id,date,location\n1,2024-01-01,A\n', { now: second });
    expect(report).toMatchObject({ unchanged: 1, withdrawn: 0 });
    await bench.load('ledger', 'date,amount,currency\n2024-01-01,1,EUR\n2024-01-02,2,EUR\n', { now: first });
    const again = await bench.load('ledger', 'date,amount,currency\n2024-01-01,1,EUR\n', { now: second });
    expect(again.report).toMatchObject({ unchanged: 1, withdrawn: 0 });
  });
});
