import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** Where reference values of other programs lie; set ENCORE_ORACLES where they are elsewhere. */
export const oracles =
  process.env.ENCORE_ORACLES ?? fileURLToPath(new URL('../../../../shared/oracles', import.meta.url));

/** A test against reference values; reported as skipped where their folder is absent. */
export const itAgrees: typeof it = existsSync(oracles) ? it : it.skip;

/** A file of reference values, gzipped or not. */
export function readOracle<T>(name: string): T {
  const bytes = readFileSync(`${oracles}/${name}`);
  return JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()) as T;
}

/** One case of a file of cases. */
export function oracleCase<T>(name: string, id: string): T {
  return readOracle<{ cases: ({ id: string } & T)[] }>(name).cases.find((found) => found.id === id)!;
}
