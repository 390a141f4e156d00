/**
 * `npm run pretrain`: makes what the forecasts ship with, models/forecast-pool.json, forecast-trees.bin and their card,
 * from the train parts of public monthly series and from simulated careers. No test part is read.
 *
 *     node ml-backend/src/pretrain.ts <folder of forecast/*.json.gz> [--out folder] [--every n] [--withhold]
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parseDay } from './demo/calendar.ts';
import { simulateCareer } from './demo/career.ts';
import { monthlyTotals } from './demo/totals.ts';
import { makeWorld } from './demo/world.ts';
import type { Case } from './forecasting/pretrain/cases.ts';
import { casesOf } from './forecasting/pretrain/cases.ts';
import type { Source } from './forecasting/pretrain/card.ts';
import { cardOf } from './forecasting/pretrain/card.ts';
import { learn } from './forecasting/pretrain/learn.ts';
import { saveBoosted } from './learners/boosted.ts';

/** Broadway's grosses are for tests only; the other files of the folder are samples of these. */
const FILES = ['m3_monthly', 'tourism_monthly', 'aus_retail_monthly', 'carparts_monthly_s500'];
const CAREERS = { seed: 4021, count: 24, years: 10, end: parseDay('2025-12-31') };
const METRICS = ['revenue', 'heads', 'merch', 'streams', 'listeners', 'followers'] as const;
const CAREER_HORIZON = 12;

const { values: options, positionals } = parseArgs({
  options: { out: { type: 'string' }, every: { type: 'string' }, withhold: { type: 'boolean' } },
  allowPositionals: true,
});
const folder = positionals[0] ?? fileURLToPath(new URL('../../../shared/benchmarks/forecast', import.meta.url));
const out = options.out ?? fileURLToPath(new URL('../models', import.meta.url));
if (!existsSync(folder)) {
  process.stderr.write(`pretrain: ${folder} is not here; the committed files in ml-backend/models serve\n`);
} else {
  pretrain();
}

function pretrain(): void {
  const every = Number(options.every ?? 2);
  const sources: Source[] = [];
  const cases: Case[] = [];
  let owner = 0;
  const take = (name: string, list: { values: Float64Array; horizon: number }[], sha256: string) => {
    for (const { values, horizon } of list) {
      cases.push(...casesOf({ values }, owner++, horizon));
    }
    sources.push({ name, series: list.length, sha256 });
  };
  for (const name of FILES) {
    const bytes = readFileSync(join(folder, `${name}.json.gz`));
    const all = JSON.parse(gunzipSync(bytes).toString()) as { train: number[]; horizon: number }[];
    const list = all
      .filter((_, index) => index % every === 0)
      .map(({ train, horizon }) => ({
        values: Float64Array.from(options.withhold ? train.slice(0, -horizon) : train),
        horizon,
      }));
    take(name, list, createHash('sha256').update(bytes).digest('hex'));
  }
  const careers = simulated();
  const hash = createHash('sha256');
  careers.forEach(({ values }) => hash.update(new Uint8Array(values.buffer)));
  take('simulated careers', careers, hash.digest('hex'));

  const { pool, global } = learn(cases, progress);
  process.stderr.write('\n');
  const trees = saveBoosted(global.trees);
  const { members, period } = global;
  writeFileSync(join(out, 'forecast-trees.bin'), trees);
  const { groups, season } = pool;
  writeFileSync(
    join(out, 'forecast-pool.json'),
    `${JSON.stringify({ madeFrom: sources, global: { members, period }, groups, season }, round)}\n`
  );
  const about = {
    rounds: global.trees.rounds,
    bytes: trees.length,
    sha256: createHash('sha256').update(trees).digest('hex'),
  };
  writeFileSync(join(out, 'forecast-pool.md'), cardOf(sources, pool, about));
}

function simulated(): { values: Float64Array; horizon: number }[] {
  const world = makeWorld(CAREERS.seed);
  return Array.from({ length: CAREERS.count }, (_, index) => {
    const career = simulateCareer(CAREERS.seed, index, { years: CAREERS.years, end: CAREERS.end, world });
    const totals = monthlyTotals(
      career,
      Math.max(career.startedOn, CAREERS.end - Math.round(365.25 * CAREERS.years)),
      CAREERS.end
    );
    return METRICS.map((metric) => ({ values: Float64Array.from(totals[metric]), horizon: CAREER_HORIZON }));
  })
    .flat()
    .filter(({ values }) => values.some((value) => value > 0));
}

function round(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(5)) : value;
}

function progress(what: string, done: number, total: number): void {
  if (done % 200 === 0 || done === total) {
    process.stderr.write(`\r${what}: ${done} of ${total}      `);
  }
}
