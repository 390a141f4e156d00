import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { inRoot } from '../paths.mjs';
import { boundaries } from './boundaries.mjs';

const suite = 'plugins/encore-career-app/src';

/** Importer, what it imports (a file of the repository or a package), the rule that forbids it. */
const arrows = /** @type {[string, string, string][]} */ ([
  ['ml-backend/src/cli/a.ts', 'ml-backend/src/http/b.ts', 'allowed'],
  ['ml-backend/src/http/a.ts', 'ml-backend/src/queries/b.ts', 'allowed'],
  ['ml-backend/src/http/a2.ts', 'ml-backend/src/cli/b.ts', 'http-imports'],
  ['ml-backend/src/http/a3.ts', 'ml-backend/src/forecasting/b.ts', 'http-imports'],
  ['ml-backend/src/jobs/a.ts', 'ml-backend/src/http/b.ts', 'jobs-imports'],
  ['ml-backend/src/cli/a2.ts', 'ml-backend/src/insights/b.ts', 'cli-imports'],
  ['ml-backend/src/queries/a.ts', 'ml-backend/src/alerts/rules.ts', 'alerts-by-run'],
  ['ml-backend/src/store/a.ts', 'ml-backend/src/queries/b.ts', 'store-imports'],
  ['ml-backend/src/privacy/a.ts', 'ml-backend/src/jobs/b.ts', 'edges-stay-edges'],
  ['ml-backend/src/forecasting/a.ts', 'node:fs', 'pure-imports'],
  ['ml-backend/src/frames/a.ts', 'node:timers/promises', 'pure-imports'],
  ['ml-backend/src/insights/a.ts', 'node:perf_hooks', 'pure-imports'],
  ['ml-backend/src/insights/a2.ts', 'pg', 'pure-imports'],
  ['ml-backend/src/features/definitions.ts', 'ml-backend/src/store/b.ts', 'pure-rooms-below-store'],
  ['ml-backend/src/forecasting/a.test.ts', 'node:fs', 'allowed'],
  [`${suite}/timeline/a.ts`, `${suite}/common/b.ts`, 'allowed'],
  [`${suite}/timeline/a2.ts`, `${suite}/confidence/b.ts`, 'panels-import-common-only'],
  [`${suite}/timeline/view/a.ts`, `${suite}/datasource/b.ts`, 'panels-import-common-only'],
  [`${suite}/common/a.ts`, `${suite}/timeline/b.ts`, 'common-stays-common'],
  [`${suite}/pages/a.ts`, `${suite}/timeline/b.ts`, 'pages-know-plugins-by-name'],
  ['preview/src/a.ts', `${suite}/timeline/b.ts`, 'plugins-stands-alone'],
  ['bench/src/a.ts', 'ml-backend/src/store/b.ts', 'ml-backend-stands-alone'],
  ['ml-backend/src/queries/a2.ts', 'dashboards/src/ids.ts', 'dashboards-give-ids-only'],
  ['ml-backend/src/queries/a3.ts', 'ml-backend/src/testing/b.ts', 'not-to-tests'],
]);

describe('the arrows of the architecture', () => {
  const folder = mkdtempSync(join(tmpdir(), 'encore-boundaries-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** @type {Map<string, string[]>} names of the rules that each importer breaks */
  const broken = new Map();
  beforeAll(() => {
    const put = (/** @type {string} */ file, /** @type {string} */ text) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    put('node_modules/pg/package.json', '{ "name": "pg" }');
    put('node_modules/pg/index.js', '');
    for (const [from, to] of arrows) {
      const inside = /\.ts$/.test(to);
      if (inside) put(to, 'export const value = 1;\n');
      const path = inside ? relative(dirname(from), to) : to;
      put(
        from,
        `import * as other from '${path.startsWith('.') || !inside ? path : `./${path}`}';\nexport { other };\n`
      );
    }
    const [program = '', ...flags] = boundaries(['.']);
    const json = [program, ...flags, '--output-type', 'json'];
    const { stdout } = spawnSync(process.execPath, json, { cwd: folder, encoding: 'utf8' });
    for (const { from, rule } of JSON.parse(stdout).summary.violations) {
      broken.set(from, [...(broken.get(from) ?? []), rule.name]);
    }
  });

  it.each(arrows)('%s to %s: %s', (from, _to, rule) => {
    expect(broken.get(from) ?? ['allowed']).toEqual([rule]);
  });

  it('holds for every workspace', () => {
    expect(boundaries()).toEqual(expect.arrayContaining(['ml-backend/src', suite, 'dashboards', 'preview', 'bench']));
    expect(boundaries()).toContain(inRoot('.dependency-cruiser.mjs'));
  });
});
