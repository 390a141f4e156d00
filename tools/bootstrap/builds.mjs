import { existsSync } from 'node:fs';
import { inRoot, root } from '../paths.mjs';
import { mustRun } from '../processes/run.mjs';
import { step } from '../terminal/progress.mjs';
import { childEnv } from './environment.mjs';
import { installNext } from './packages.mjs';
import { findGo } from './programs.mjs';
import { hashFiles, listFiles, readStamp, writeStamp } from './stamps.mjs';

/**
 * @typedef {object} Build
 * @property {string} title  "Building the backend"
 * @property {string[]} inputs  files and folders whose contents decide whether it is stale
 * @property {string} output  a file that it makes
 * @property {() => Promise<unknown>} make
 */

/** @typedef {'backend' | 'plugin' | 'go' | 'preview' | 'next'} BuildName */

const plugin = 'plugins/encore-career-app';
const machine = `${process.platform === 'win32' ? 'windows' : process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;

/**
 * The data source's program for a machine.
 * @param {string} of  linux_amd64, windows_amd64 …; this one when left out
 */
export const goBinary = (of = machine) =>
  `${plugin}/dist/datasource/gpx_encore_career_${of}${of.startsWith('windows') ? '.exe' : ''}`;

/** @param {string} path */
const isTest = (path) => /\.test\.tsx?$/.test(path);
/** @param {string} tool */
const tool = (tool) => inRoot('node_modules', ...tool.split('/'));

const previewSources = ['src', 'package.json', 'assets.ts', 'build.ts', 'bundle.ts', 'target.ts'].map(
  (x) => `preview/${x}`
);

/** @type {Record<BuildName, Build>} */
export const builds = {
  backend: {
    title: 'Building the backend',
    inputs: ['ml-backend/src', 'ml-backend/package.json', 'ml-backend/tsconfig.build.json', 'tsconfig.base.json'],
    output: 'ml-backend/dist/cli.js',
    make: () =>
      node('the build of ml-backend', inRoot('ml-backend'), [tool('typescript/bin/tsc'), '-p', 'tsconfig.build.json']),
  },
  plugin: {
    title: 'Building the plugin',
    inputs: ['src', '.config', 'webpack.config.ts', 'package.json', 'tsconfig.json', 'README.md'].map(
      (x) => `${plugin}/${x}`
    ),
    output: `${plugin}/dist/module.js`,
    make: () => {
      const args = [tool('webpack/bin/webpack.js'), '-c', './webpack.config.ts', '--env', 'production'];
      return node('the build of the plugin', inRoot(plugin), args);
    },
  },
  go: {
    title: "Building the data source's Go part",
    inputs: ['pkg', 'go.mod', 'go.sum', 'Magefile.go', 'src/datasource/plugin.json'].map((x) => `${plugin}/${x}`),
    output: goBinary(),
    make: () => buildGo(targetOf(machine)),
  },
  preview: {
    title: 'Building the preview',
    inputs: previewSources,
    output: 'preview/dist',
    make: () => node('the build of the preview', root, [inRoot('preview', 'build.ts')]),
  },
  next: {
    title: 'Building the preview for the next Grafana',
    inputs: [...previewSources, 'preview/next/package.json', 'preview/next/package-lock.json'],
    output: 'preview/next/dist',
    make: async () => {
      await installNext();
      return node('the build of the preview for the next Grafana', root, [inRoot('preview', 'build.ts'), 'next']);
    },
  },
};

/**
 * @param {string} what
 * @param {string} cwd
 * @param {string[]} args
 */
const node = (what, cwd, args) => mustRun(what, process.execPath, args, { cwd, env: childEnv() });

/**
 * The SDK's name for building for a machine: build:linux, build:linuxARM64 …
 * @param {string} of
 */
export function targetOf(of) {
  const [system = '', processor = ''] = of.split('_');
  return `build:${system}${processor === 'amd64' ? '' : processor.toUpperCase()}`;
}

/**
 * @param {string} target  of the SDK's build
 */
export async function buildGo(target) {
  const found = await findGo();
  if ('missing' in found) return;
  await mustRun('the build of the Go part', found.go, ['run', 'github.com/magefile/mage', '-v', target], {
    cwd: inRoot(plugin),
    env: { ...childEnv(), ...found.env },
  });
}

/**
 * Builds one part when its inputs changed since the last time or its output is gone.
 * @param {BuildName} name
 * @returns {Promise<boolean>} was it built now?
 */
export async function buildIfStale(name) {
  const build = builds[name];
  const lock = name === 'go' ? [] : ['package-lock.json'];
  const hash = hashFiles(listFiles([...build.inputs, ...lock], (path) => !isTest(path)));
  if (readStamp(name) === hash && existsSync(inRoot(build.output))) return false;
  await step(build.title, async () => build.make());
  writeStamp(name, hash);
  return true;
}
