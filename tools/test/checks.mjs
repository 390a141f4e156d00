import { existsSync } from 'node:fs';
import { childEnv } from '../bootstrap/environment.mjs';
import { installNext } from '../bootstrap/packages.mjs';
import { findGo } from '../bootstrap/programs.mjs';
import { generatorFiles } from '../generate.mjs';
import { inRoot, root } from '../paths.mjs';
import { run } from '../processes/run.mjs';
import { boundaries } from './boundaries.mjs';
import { nothing, skip, sum } from './outcome.mjs';

/** @typedef {import('./outcome.mjs').Outcome} Outcome */
/** @typedef {{name: string, cwd?: string, command?: string, args: string[], env?: NodeJS.ProcessEnv, silent?: boolean}} Check */

const plugin = inRoot('plugins', 'encore-career-app');
/** @param {string} file */
const bin = (file) => inRoot('node_modules', ...file.split('/'));

/** Style, boundaries between rooms, generated files. */
export async function lintStage() {
  /** @type {Check[]} */
  const checks = [
    { name: 'eslint', args: [bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'] },
    { name: 'eslint (plugin)', cwd: plugin, args: [bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'] },
    { name: 'prettier', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
    { name: 'boundaries', args: boundaries() },
    ...generatorFiles().map((file) => ({
      name: `generated files (${file.slice(root.length)})`,
      args: [file, '--check'],
    })),
  ];
  return sum([...(await inOrder(checks)), ...(await goChecks())]);
}

async function goChecks() {
  const found = await findGo();
  if ('missing' in found) return [skip(`go vet, gofmt: ${found.missing}`, 2)];
  const { go, env } = found;
  const gofmt = go.replace(/go(\.exe)?$/, 'gofmt$1');
  return inOrder([
    { name: 'go vet', cwd: plugin, command: go, args: ['vet', './pkg/...'], env },
    { name: 'gofmt', cwd: plugin, command: gofmt, args: ['-l', 'pkg', 'Magefile.go'], env, silent: true },
  ]);
}

/** The types of every workspace, and of what runs in Grafana against its next release. */
export async function typesStage() {
  const projects = [
    'ml-backend',
    'dashboards',
    'preview',
    'bench',
    'plugins/encore-career-app',
    'tools',
    'tests/e2e',
    '.',
  ];
  const there = projects.filter((folder) => existsSync(inRoot(folder, 'tsconfig.json')));
  await installNext();
  const configs = [
    ...there.map((folder) => ({ folder, file: 'tsconfig.json' })),
    // The same sources against the types of the next Grafana and its React.
    ...['tsconfig.json', 'tsconfig.plugin.json'].map((file) => ({ folder: 'preview/next', file })),
  ];
  return sum(
    await inOrder(
      configs.map(({ folder, file }) => ({
        name: `tsc (${folder}/${file})`,
        cwd: inRoot(folder),
        args: [bin('typescript/bin/tsc'), '--noEmit', '-p', file],
      }))
    )
  );
}

/** @param {Check[]} checks */
async function inOrder(checks) {
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const check of checks) outcomes.push(await perform(check));
  return outcomes;
}

/**
 * @param {Check} check  `silent`: anything printed is a failure
 * @returns {Promise<Outcome>}
 */
async function perform({ name, cwd = root, command = process.execPath, args, env = {}, silent = false }) {
  const result = await run(command, args, { cwd, env: { ...childEnv(), ...env } });
  const good = result.code === 0 && !(silent && result.output.trim());
  if (good) return { ...nothing(), passed: 1 };
  return { ...nothing(), failed: 1, output: `── ${name} (exit code ${result.code})\n${result.output}\n` };
}
