import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { withTenant } from '../store/connection.ts';
import { ensureTenant } from '../store/tenants.ts';
import { oneImport } from './history.ts';
import { counts, importBench } from './testing.ts';
import type { ImportBench } from './testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const good = 'date,amount,currency\n2024-01-01,1,USD\n2024-01-02,2,USD\n';
const mixed = `${good}2024-13-01,3,USD\n`;
const latest = async () => {
  const newest = sql<{ import_id: string }>`SELECT import_id FROM import_run ORDER BY started_at DESC LIMIT 1`;
  const { rows } = await withTenant(bench.db, bench.tenantId, (tx) => newest.execute(tx));
  return oneImport(bench.db, bench.tenantId, rows[0]!.import_id);
};

describe('an import', () => {
  it('is recorded with its file, counts and rejected rows, and in the audit log', async () => {
    const outcome = await bench.load('ledger', mixed);
    const run = await oneImport(bench.db, bench.tenantId, outcome.importId!);
    expect(run).toMatchObject({
      status: 'done',
      format: 'ledger',
      fileName: 'file.csv',
      read: 3,
      added: 2,
      rejectedCount: 1,
      artistId: outcome.artistId,
    });
    expect(run.rejected[0]).toMatchObject({ line: 4, column: 'date', value: '2024-13-01' });
    expect(outcome.sha256).toBe(createHash('sha256').update(mixed).digest('hex'));
    const log = sql`SELECT actor, action, subject, detail->>'added' AS added FROM audit_log WHERE detail->>'importId' = ${outcome.importId}`;
    const { rows } = await withTenant(bench.db, bench.tenantId, (tx) => log.execute(tx));
    expect(rows).toEqual([{ actor: 'test', action: 'import', subject: `artist/${bench.slug()}`, added: '2' }]);
  });

  it('lands nothing when it is strict and a row is bad', async () => {
    await expect(bench.load('ledger', mixed, { strict: true })).rejects.toMatchObject({
      code: 'IMPORT_STRICT',
      report: { read: 3, added: 0, rejectedCount: 1 },
    });
    expect(await bench.versions('ledger_entry')).toEqual([]);
    expect(await latest()).toMatchObject({
      status: 'refused',
      rejectedCount: 1,
      error: expect.stringContaining('--strict'),
    });
    expect(counts(await bench.load('ledger', good, { strict: true }))).toEqual([2, 0, 0, 0]);
  });

  it('only reports when it is dry, with the counts that it would have', async () => {
    expect(counts(await bench.load('ledger', mixed, { dryRun: true }))).toEqual([2, 0, 0, 1]);
    expect(await bench.versions('ledger_entry')).toEqual([]);
    await bench.load('ledger', good);
    const restated = await bench.load('ledger', `${good.replace(',2,', ',3,')}2024-01-03,1,USD\n`, { dryRun: true });
    expect(counts(restated)).toEqual([1, 1, 1, 0]);
    expect(restated.importId).toBeUndefined();
    expect(await bench.versions('ledger_entry')).toHaveLength(2);
  });

  it('refuses an artist who is not there and names those who come close', async () => {
    await bench.load('ledger', good, { artist: { slug: 'the-rosewood-band' } });
    await expect(
      bench.load('ledger', good, { artist: { slug: 'the-rosewod-band', create: false } })
    ).rejects.toMatchObject({
      code: 'IMPORT_UNKNOWN_ARTIST',
      statusCode: 404,
      message: expect.stringContaining('did you mean the-rosewood-band?'),
    });
    await expect(bench.load('ledger', good, { artist: { slug: 'No Slug' } })).rejects.toMatchObject({
      code: 'IMPORT_BAD_ARTIST',
    });
  });

  it('makes an artist with the name, time zone and currency that are given', async () => {
    const { artistCreated, artistId } = await bench.load('ledger', good, {
      artist: { slug: 'neu-da', name: 'Neu da!', timeZone: 'Europe/Berlin', currency: 'EUR' },
    });
    expect(artistCreated).toBe(true);
    const made = sql`SELECT name, time_zone, reporting_currency FROM artist WHERE artist_id = ${artistId}`;
    const { rows } = await withTenant(bench.db, bench.tenantId, (tx) => made.execute(tx));
    expect(rows).toEqual([{ name: 'Neu da!', time_zone: 'Europe/Berlin', reporting_currency: 'EUR' }]);
    await expect(
      bench.load('ledger', good, { artist: { slug: 'other', timeZone: 'Mars/Base' } })
    ).rejects.toMatchObject({ field: 'timeZone' });
  });

  it('makes an artist once when two imports do so at the same moment', async () => {
    const both = await Promise.all([bench.load('ledger', good), bench.load('gigs', 'gig_id,date,location\n1,,X\n')]);
    expect(both.map(({ artistCreated }) => artistCreated).sort()).toEqual([false, true]);
  });

  it('stays with its tenant', async () => {
    const other = await ensureTenant(bench.db, 'other-label');
    await bench.load('ledger', good);
    expect(counts(await bench.load('ledger', good, { tenantId: other }))).toEqual([2, 0, 0, 0]);
    expect(await bench.versions('ledger_entry')).toHaveLength(2);
  });

  it('counts all rejected rows, and says that it stores the first thousand', async () => {
    const outcome = await bench.load('ledger', `date,amount,currency\n${'x,1,USD\n'.repeat(1500)}2024-01-01,1,USD\n`);
    expect(outcome.report).toMatchObject({
      added: 1,
      rejectedCount: 1500,
      notices: [{ code: 'IMPORT_REJECTIONS_CAPPED' }],
    });
    expect(outcome.report.rejected).toHaveLength(1500);
    const run = await oneImport(bench.db, bench.tenantId, outcome.importId!);
    expect(run.rejected).toHaveLength(1000);
    expect(run.rejectedCount).toBe(1500);
  });

  it('leaves nothing behind when it is cancelled, wherever that happens', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `2024-01-01,${i},USD,Shop ${i}`);
    const path = await bench.put(`date,amount,currency,source\n${rows.join('\n')}\n`);
    for (const after of [0, 30, 120, 300, 600]) {
      const stop = new AbortController();
      const reason = new Error(`stopped after ${after}`);
      const timer = setTimeout(() => stop.abort(reason), after);
      const done = await bench.load('ledger', '', { path, signal: stop.signal }).catch((error: unknown) => error);
      clearTimeout(timer);
      if (done !== reason) continue;
      expect(await latest()).toMatchObject({ status: 'cancelled', added: 0, error: 'the import was cancelled' });
      expect(await bench.versions('ledger_entry')).toEqual([]);
    }
    expect(
      (await bench.load('ledger', '', { path })).report.added + (await bench.versions('ledger_entry')).length
    ).toBeGreaterThan(0);
  });

  it('tells how far it is', async () => {
    const seen: number[] = [];
    await bench.load('ledger', good, {
      onProgress: ({ rows, bytes, totalBytes }) => seen.push(rows, bytes, totalBytes),
    });
    expect(seen.slice(-3)).toEqual([2, good.length, good.length]);
  });

  it('of the same rows at the same time lands them once', async () => {
    await bench.load('ledger', 'date,amount,currency\n2023-01-01,1,USD\n');
    const [a, b] = await Promise.all([bench.load('ledger', good), bench.load('ledger', good)]);
    expect([counts(a), counts(b)].sort()).toEqual([
      [0, 0, 2, 0],
      [2, 0, 0, 0],
    ]);
  });
});
