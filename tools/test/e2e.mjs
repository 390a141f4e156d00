import { childEnv } from '../bootstrap/environment.mjs';
import { findChromium, howToGet } from '../bootstrap/programs.mjs';
import { inRoot } from '../paths.mjs';
import { run } from '../processes/run.mjs';
import { nothing, skip } from './outcome.mjs';

/** The specs that need a real Grafana, when GRAFANA_URL names one. */
export async function e2eStage() {
  if (!process.env.GRAFANA_URL) return skip('e2e: GRAFANA_URL is unset; it names a Grafana that has the plugins');
  const chromium = findChromium();
  if (!chromium) return skip(`e2e: Chromium is not here; get it with: ${howToGet.chromium}`);
  const args = [inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=json'];
  const { code, out, output } = await run(process.execPath, args, {
    cwd: inRoot('plugins', 'encore-career-app'),
    env: { ...childEnv(), CHROMIUM_PATH: chromium },
  });
  const stats = out.trimStart().startsWith('{') ? JSON.parse(out).stats : undefined;
  if (!stats) return { ...nothing(), failed: 1, output };
  return {
    ...nothing(),
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected || (code === 0 ? 0 : 1),
    skipped: stats.skipped,
    output,
  };
}
