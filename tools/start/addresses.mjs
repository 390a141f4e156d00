import { bold, dim, green, say } from '../terminal/say.mjs';
import { howToGetGrafana } from './grafana.mjs';

/**
 * The last lines of the start.
 * @param {object} found
 * @param {string} found.api
 * @param {number | undefined} found.grafanaPort  undefined: no Grafana runs
 * @param {string | undefined} found.goMissing  why the data source could not be built
 * @param {string} found.dataDir
 * @param {number} found.tookMs
 */
export function sayAddresses({ api, grafanaPort, goMissing, dataDir, tookMs }) {
  const row = (/** @type {string} */ name, /** @type {string} */ value) => say(`  ${bold(name.padEnd(10))} ${value}`);
  say('');
  say(green(`Encore is ready (${(tookMs / 1000).toFixed(1)} s).`));
  if (grafanaPort) {
    row('Grafana', `http://127.0.0.1:${grafanaPort}/d/encore-career-timeline ${dim('(first sign-in: admin / admin)')}`);
  }
  row('Preview', `${api}/preview/`);
  row('API', `${api}/docs`);
  row('Key', dim(`${dataDir}/api-key`));
  row('Logs', dim(`${dataDir}/logs`));
  if (goMissing) say(`Grafana was not started: its data source is built with Go. ${goMissing}`);
  else if (!grafanaPort) say(howToGetGrafana);
  say(dim('Ctrl-C ends everything.'));
}
