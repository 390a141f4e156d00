import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Bench } from './bench.ts';
import { median } from './figure.ts';
import { startService } from './service.ts';

export const ingest: Bench = {
  name: 'ingest',
  says: 'Rows a second of a ledger import from the command to its end, against a bare COPY of the same rows into a table with the same columns, constraints and indexes. Wall time, median of the runs.',
  options: ['rows', 'runs'],
  async run({ count, say }) {
    const rows = count('rows', 300_000);
    const runs = count('runs', 3);
    const folder = await mkdtemp(join(tmpdir(), 'encore-ledger-'));
    const service = await startService(say);
    const client = new pg.Client({ connectionString: service.postgres.superuserUrl });
    await client.connect();
    try {
      const file = join(folder, 'ledger.csv');
      await pipeline(Readable.from(ledger(rows)), createWriteStream(file));
      const ours: number[] = [];
      const bare: number[] = [];
      for (let run = 0; run < runs; run++) {
        ours.push(
          await seconds(() =>
            service.encore('import', 'ledger', file, '--artist', `artist-${run}`, '--create', '--json')
          )
        );
        const dump = join(folder, 'rows.copy');
        await pipeline(
          client.query(
            copyTo(
              `COPY (SELECT * FROM encore.ledger_entry WHERE artist_id = (SELECT artist_id FROM encore.artist WHERE slug = 'artist-${run}')) TO STDOUT`
            )
          ),
          createWriteStream(dump)
        );
        await client.query(
          'DROP TABLE IF EXISTS bare; CREATE TABLE bare (LIKE encore.ledger_entry INCLUDING ALL EXCLUDING IDENTITY)'
        );
        bare.push(
          await seconds(() =>
            pipeline(createReadStream(dump, { highWaterMark: 1 << 20 }), client.query(copyFrom('COPY bare FROM STDIN')))
          )
        );
        const copied = Number((await client.query<{ n: string }>('SELECT count(*) AS n FROM bare')).rows[0]?.n);
        if (copied !== rows) throw new Error(`${copied} rows were imported, not ${rows}`);
        say(`run ${run + 1} of ${runs}: import ${ours.at(-1)!.toFixed(2)} s, bare COPY ${bare.at(-1)!.toFixed(2)} s`);
      }
      const rate = rows / median(ours);
      const copyRate = rows / median(bare);
      return [
        { name: 'ingest_rows', value: Math.round(rate), unit: 'rows/s' },
        { name: 'copy_rows', value: Math.round(copyRate), unit: 'rows/s' },
        { name: 'ingest_ratio', value: (100 * rate) / copyRate, unit: '%', floor: { sense: 'at least', value: 25 } },
      ];
    } finally {
      await client.end();
      await service.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

const categories = ['gig', 'merch', 'streaming', 'sync', 'teaching'];
const territories = ['US', 'DE', 'GB', 'FR', 'JP', 'BR'];

/** A plain ledger, every row different, in pieces of 1,000 rows. */
function* ledger(rows: number): Generator<string> {
  yield 'date,amount,currency,source,category,territory,work,quantity\n';
  const start = Date.UTC(2010, 0, 1);
  for (let from = 0; from < rows; from += 1000) {
    let piece = '';
    for (let row = from; row < Math.min(rows, from + 1000); row++) {
      const date = new Date(start + (row % 5000) * 86_400_000).toISOString().slice(0, 10);
      const amount = ((row * 7919) % 100_000) / 100 + 0.01;
      piece += `${date},${amount.toFixed(2)},USD,Shop ${row % 40},${categories[row % 5]},${territories[row % 6]},Song ${Math.floor(row / 5000)},${(row % 90) + 1}\n`;
    }
    yield piece;
  }
}
