import { existsSync } from 'node:fs';
import { findChromium, howToGet } from '../bootstrap/programs.mjs';
import { inRoot } from '../paths.mjs';
import { lintStage, typesStage } from './checks.mjs';
import { composeStage } from './compose.mjs';
import { e2eStage } from './e2e.mjs';
import { faultsStage, isDisk } from './faults.mjs';
import { goStage } from './go.mjs';
import { jest } from './jest.mjs';
import { skip, sum } from './outcome.mjs';

/** @typedef {import('./outcome.mjs').Outcome} Outcome */
/** @typedef {import('../bootstrap/builds.mjs').BuildName} BuildName */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {BuildName[]} needs  what must be built
 * @property {(detail: (text: string) => void) => Promise<Outcome>} run
 * @property {(remark: string) => boolean} [mayBeSkipped]  which of its remarks tell of what not every machine has: a
 *   running Grafana, Docker, a mount; nothing may be skipped where this is left out
 */

/** In the order in which they run: the quick ones first. @type {Stage[]} */
export const stages = [
  { name: 'lint', needs: [], run: lintStage },
  { name: 'types', needs: [], run: typesStage },
  { name: 'unit', needs: ['backend'], run: unitStage },
  { name: 'contract', needs: ['backend', 'plugin', 'go'], run: (detail) => crossing('contract', detail) },
  { name: 'deploy', needs: ['plugin', 'go'], run: (detail) => crossing('deploy', detail) },
  { name: 'start', needs: ['backend', 'plugin', 'preview'], run: (detail) => crossing('start', detail) },
  { name: 'fuzz', needs: ['backend'], run: (detail) => crossing('fuzz', detail) },
  { name: 'faults', needs: ['backend', 'plugin', 'preview'], run: faultsStage, mayBeSkipped: isDisk },
  { name: 'browser', needs: ['backend', 'plugin', 'preview', 'next'], run: browserStage },
  { name: 'go', needs: [], run: goStage },
  { name: 'compose', needs: [], run: composeStage, mayBeSkipped: () => true },
  { name: 'e2e', needs: [], run: e2eStage, mayBeSkipped: () => true },
];

/** @param {(text: string) => void} detail */
async function unitStage(detail) {
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const folder of ['tools', 'ml-backend', 'dashboards', 'preview', 'bench', 'plugins/encore-career-app']) {
    if (!existsSync(inRoot(folder, 'jest.config.js'))) continue;
    outcomes.push(await jest({ folder, modules: !folder.startsWith('plugins/'), detail }));
  }
  return sum(outcomes);
}

/**
 * Tests in tests/<name>, which cross workspaces.
 * @param {string} name
 * @param {(text: string) => void} detail
 * @param {NodeJS.ProcessEnv} [env]
 */
function crossing(name, detail, env) {
  const folder = existsSync(inRoot('tests', name, 'jest.config.js')) ? `tests/${name}` : 'tests';
  // These start whole programs, which want the machine's cores for themselves.
  return jest({ folder, projects: folder === 'tests' ? [name] : [], alone: true, env, detail });
}

/** @param {(text: string) => void} detail */
async function browserStage(detail) {
  const chromium = findChromium();
  if (!chromium) return skip(`browser tests: Chromium is not here; get it with: ${howToGet.chromium}`);
  return crossing('browser', detail, { CHROMIUM_PATH: chromium });
}
