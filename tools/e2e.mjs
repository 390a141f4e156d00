import { prepare } from './bootstrap.mjs';
import { childEnv } from './bootstrap/environment.mjs';
import { findChromium, howToGet } from './bootstrap/programs.mjs';
import { inRoot } from './paths.mjs';
import { foreground } from './processes/foreground.mjs';
import { Refusal, say, yellow } from './terminal/say.mjs';

/**
 * `npm run e2e`: the browser tests against a running Grafana that has our plugins, named by GRAFANA_URL.
 * @param {string[]} args  for Playwright
 * @param {AbortSignal} ended
 */
export async function e2e(args, ended) {
  if (!process.env.GRAFANA_URL) {
    say(
      yellow(
        'e2e: skipped, GRAFANA_URL is unset; run npm start with GRAFANA_HOME, then GRAFANA_URL=http://127.0.0.1:3000 npm run e2e'
      )
    );
    return 0;
  }
  const chromium = findChromium();
  if (!chromium) throw new Refusal(`Chromium is not here; get it with: ${howToGet.chromium}`);
  await prepare([]);
  const playwright = inRoot('node_modules', '@playwright', 'test', 'cli.js');
  const options = { cwd: inRoot('plugins/encore-career-app'), env: { ...childEnv(), CHROMIUM_PATH: chromium }, ended };
  return foreground(process.execPath, [playwright, 'test', ...args], options);
}
