/**
 * Makes models/forecast-errors.json: what errors of this forecast look like on many public series, so that a young
 * series has ranges before it has errors of its own. Only the parts of the series named "train" are read.
 *
 *     node ml-backend/src/forecasting/pretrain.ts <folder of forecast/*.json.gz> [output file]
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import type { ErrorRecord } from './pretrain/records.ts';
import { recordErrors } from './pretrain/records.ts';
import { poolErrors } from './pretrain/pool.ts';

/** Every `every`-th series of a file. Broadway's grosses are for tests only. */
const SOURCES = [
  { file: 'm3_monthly.json.gz', every: 3 },
  { file: 'tourism_monthly.json.gz', every: 1 },
  { file: 'aus_retail_monthly.json.gz', every: 1 },
  { file: 'carparts_monthly_s500.json.gz', every: 1 },
];

/** Collects errors of every source and writes the table; prints progress. */
export function pretrain(folder: string, output: string): void {
  const records: ErrorRecord[] = [];
  const made: { file: string; series: number; sha256: string }[] = [];
  for (const { file, every } of SOURCES) {
    const bytes = readFileSync(joinPath(folder, file));
    const all = JSON.parse(gunzipSync(bytes).toString()) as { train: number[] }[];
    const chosen = all.filter((_, index) => index % every === 0);
    for (const [index, { train }] of chosen.entries()) {
      records.push(...recordErrors(Float64Array.from(train)));
      if (index % 25 === 0) {
        process.stderr.write(`\r${file}: ${index} of ${chosen.length}   `);
      }
    }
    process.stderr.write(`\r${file}: ${chosen.length} series, ${records.length} forecasts so far\n`);
    made.push({ file, series: chosen.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  writeFileSync(output, `${JSON.stringify({ version: '1', madeFrom: made, ...poolErrors(records) })}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, output = fileURLToPath(new URL('../../models/forecast-errors.json', import.meta.url))] =
    process.argv.slice(2);
  if (!folder) {
    process.stderr.write(
      'usage: node ml-backend/src/forecasting/pretrain.ts <folder of benchmark series> [output file]\n'
    );
    process.exit(2);
  }
  pretrain(folder, output);
}
