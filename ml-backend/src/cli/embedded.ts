import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/** The folder of the embedded database, when that is the one in use; undefined for a server of one's own. */
export function embeddedDatabaseDir({ dataDir, databaseUrl }: Config): string | undefined {
  const file = join(dataDir, 'postgres.json');
  if (!existsSync(file)) return undefined;
  const { port } = JSON.parse(readFileSync(file, 'utf8')) as { port: number };
  const { hostname, port: used } = new URL(databaseUrl);
  return hostname === '127.0.0.1' && used === String(port) ? join(dataDir, 'postgres') : undefined;
}
