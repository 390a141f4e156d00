/**
 * Writes the dashboards' JSON into dashboards/json: `node dashboards/src/generate.ts\n`.
 * With `--check` it writes nothing and fails when a committed file differs from what its builder gives.
 * Grafana takes every JSON file under the provisioned path for a dashboard, hence a folder of their own.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { files } from './index.ts';

const folder = resolve(import.meta.dirname, '../json');
const check = process.argv.includes('--check');

const stale: string[] = [];
for (const [name, dashboard] of Object.entries(files)) {
  const path = resolve(folder, name);
  const text = `${JSON.stringify(dashboard, null, 2)}\n`;
  if (read(path) === text) {
    continue;
  }
  stale.push(name);
  if (!check) {
    writeFileSync(path, text);
  }
}
const orphans = readdirSync(folder).filter((name) => !files[name]);

if (orphans.length) {
  process.stderr.write(
    `dashboards: no builder makes ${orphans.join(', ')}; delete the file or list its builder in src/index.ts\n`
  );
  process.exitCode = 1;
}
if (check && stale.length) {
  process.stderr.write(`dashboards: ${stale.join(', ')} not current; run: node dashboards/src/generate.ts\n`);
  process.exitCode = 1;
} else if (!process.exitCode) {
  process.stdout.write(
    `dashboards: ${Object.keys(files).length} files ${stale.length ? `written (${stale.join(', ')})` : 'current'}\n`
  );
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
