import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** A series of the public benchmark sets. */
export interface BenchmarkSeries {
  id: string;
  period: number;
  horizon: number;
  train: number[];
  test: number[];
}

/** Where the public sets and the real career lie; set ENCORE_BENCHMARKS where they are elsewhere. */
export const benchmarks =
  process.env.ENCORE_BENCHMARKS ?? fileURLToPath(new URL('../../../../shared/benchmarks', import.meta.url));

/** Path of a file of the benchmark folder, or undefined where the folder is absent: tests skip themselves then. */
export function benchmarkFile(name: string): string | undefined {
  const path = `${benchmarks}/${name}`;
  return existsSync(path) ? path : undefined;
}

/** The series of a gzipped benchmark file. */
export function readSeries(path: string): BenchmarkSeries[] {
  return JSON.parse(gunzipSync(readFileSync(path)).toString()) as BenchmarkSeries[];
}
