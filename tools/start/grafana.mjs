import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onPath } from '../bootstrap/programs.mjs';
import { inRoot } from '../paths.mjs';

const guard = fileURLToPath(new URL('../processes/guard.mjs', import.meta.url));
const app = 'encore-career-app';
const stopMs = 15_000;

/** What `npm start` says where there is no Grafana. */
export const howToGetGrafana =
  'Grafana: unpack a release (12.3 or later) from https://grafana.com/grafana/download and start with ' +
  'GRAFANA_HOME=<its folder> npm start, or use docker compose up';

/**
 * @param {string | undefined} grafanaHome  GRAFANA_HOME, checked already
 * @returns {{program: string, home: string} | undefined}
 */
export function findGrafana(grafanaHome) {
  const exe = process.platform === 'win32' ? 'grafana.exe' : 'grafana';
  if (grafanaHome) return { program: join(grafanaHome, 'bin', exe), home: grafanaHome };
  const program = onPath('grafana');
  if (!program) return undefined;
  const homes = [join(dirname(realpathSync(program)), '..'), '/usr/share/grafana', '/usr/local/share/grafana'];
  const home = homes.find((folder) => existsSync(join(folder, 'conf', 'defaults.ini')));
  return home ? { program, home } : undefined;
}

/**
 * Grafana with our plugins, data source and dashboards.
 * @param {{program: string, home: string}} grafana
 * @param {{dataDir: string, logFile: string, port: number, apiUrl: string, apiKey: string, env: NodeJS.ProcessEnv}} options
 * @returns {import('./supervisor.mjs').SupervisedSpec}
 */
export function grafanaSpec({ program, home }, { dataDir, logFile, port, apiUrl, apiKey, env }) {
  const data = join(dataDir, 'grafana');
  const address = `http://127.0.0.1:${port}`;
  const settings = {
    ENCORE_API_URL: apiUrl,
    ENCORE_API_KEY: apiKey,
    ENCORE_DASHBOARDS_DIR: inRoot('dashboards', 'json'),
    GF_PATHS_DATA: data,
    GF_PATHS_LOGS: join(dataDir, 'logs', 'grafana'),
    GF_PATHS_PLUGINS: linkPlugins(data),
    GF_PATHS_PROVISIONING: inRoot('provisioning'),
    GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: pluginIds().join(),
    GF_PLUGINS_PREINSTALL_DISABLED: 'true',
    GF_SERVER_HTTP_ADDR: '127.0.0.1',
    GF_SERVER_HTTP_PORT: String(port),
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    GF_NEWS_NEWS_FEED_ENABLED: 'false',
  };
  return {
    name: 'Grafana',
    command: process.execPath,
    args: [guard, 'SIGTERM', String(stopMs / 1000), program, 'server', '--homepath', home],
    env: { ...env, NODE_OPTIONS: '', ...settings },
    cwd: home,
    logFile,
    stopMs: stopMs + 5_000,
    readyMs: 180_000,
    ready: async () => (await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(2_000) })).ok,
  };
}

/** The app's id and those of what is nested in it: Grafana asks for each one by name. */
function pluginIds() {
  const dist = inRoot('plugins', app, 'dist');
  const files = ['.', ...readdirSync(dist)].map((folder) => join(dist, folder, 'plugin.json'));
  return files.filter((file) => existsSync(file)).map((file) => JSON.parse(readFileSync(file, 'utf8')).id);
}

/**
 * Grafana wants a folder of plugins; ours is the build's output under the plugin's name.
 * @param {string} data
 */
function linkPlugins(data) {
  const plugins = join(data, 'plugins');
  const link = join(plugins, app);
  mkdirSync(plugins, { recursive: true });
  rmSync(link, { recursive: true, force: true });
  symlinkSync(inRoot('plugins', app, 'dist'), link, 'junction');
  return plugins;
}
