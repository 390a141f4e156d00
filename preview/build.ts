/**
 * Builds the preview's page into preview/dist: `node preview/build.ts`; with `next`, from the packages of the next Grafana
 * into preview/next/dist. Does nothing when its sources are unchanged.
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { assets } from './assets.ts';
import { bundle } from './bundle.ts';
import { targets } from './target.ts';

const here = import.meta.dirname;
const target = targets[process.argv[2] === 'next' ? 'next' : 'current']();
const { dist } = target;
const stamp = resolve(dist, '.hash');
const compressible = /\.(js|css|svg|html)$/;

const wanted = contentHash();
if (read(stamp) === wanted) {
  process.stdout.write('preview: current\n');
} else {
  const started = performance.now();
  rmSync(dist, { recursive: true, force: true });
  const files = new Map([...(await bundle(here, target)), ...(await assets(target))]);
  for (const [name, content] of files) {
    write(name, content);
    if (compressible.test(name)) {
      write(`${name}.gz`, gzipSync(content));
    }
  }
  writeFileSync(stamp, wanted);
  process.stdout.write(`preview: ${files.size} files in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

/** Every source of the page and the versions of what it is built from. */
function contentHash(): string {
  const hash = createHash('sha256').update(read(target.lock) ?? '');
  for (const name of globSync(['*.ts', 'package.json', 'src/**/*'], { cwd: here }).sort()) {
    hash.update(name).update(read(resolve(here, name)) ?? '');
  }
  return hash.digest('hex');
}

function write(name: string, content: Uint8Array | string) {
  const path = resolve(dist, name);
  mkdirSync(resolve(path, '..'), { recursive: true });
  writeFileSync(path, content);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
