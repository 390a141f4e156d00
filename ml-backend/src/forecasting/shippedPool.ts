import { readFileSync } from 'node:fs';
import { loadBoosted } from '../learners/boosted.ts';
import type { GlobalModel } from './global/model.ts';
import type { Pool } from './intervals/pool.ts';

let shipped: Pool | undefined;

const fileOf = (name: string) => new URL(`../../models/${name}`, import.meta.url);

/** What comes with the product: ml-backend/models/forecast-pool.json and its trees, read once. @throws Error where they are not there */
export function shippedPool(): Pool {
  shipped ??= read();
  return shipped;
}

function read(): Pool {
  const { global, ...pool } = JSON.parse(readFileSync(fileOf('forecast-pool.json'), 'utf8')) as Pool;
  const { members, period } = global as Omit<GlobalModel, 'trees'>;
  return { ...pool, global: { trees: loadBoosted(readFileSync(fileOf('forecast-trees.bin'))), members, period } };
}
