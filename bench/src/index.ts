import type { Bench } from './bench.ts';
import { demo } from './demo.ts';
import { forecast } from './forecast.ts';
import { forest } from './forest.ts';
import { go } from './go.ts';
import { ingest } from './ingest.ts';
import { panels } from './panels.ts';
import { query } from './query.ts';
import { rss } from './rss.ts';

export const benches: readonly Bench[] = [query, rss, go, ingest, panels, demo, forecast, forest];
