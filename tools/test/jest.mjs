import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnv } from '../bootstrap/environment.mjs';
import { inRoot, root } from '../paths.mjs';
import { run } from '../processes/run.mjs';
import { nothing } from './outcome.mjs';

/** @typedef {import('./outcome.mjs').Outcome} Outcome */

/**
 * @typedef {object} Report  what we read of jest's --json
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {number} numRuntimeErrorTestSuites  files that could not be run
 * @property {{name: string, assertionResults: {status: string, fullName: string}[]}[]} testResults
 */

/**
 * Runs jest in one folder.
 * @param {object} options
 * @param {string} options.folder  relative to the checkout, holds jest.config.js
 * @param {boolean} [options.modules]  native ES modules
 * @param {string[]} [options.projects]  names in the configuration; default all
 * @param {boolean} [options.alone]  one file after the other
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {(detail: string) => void} [options.detail]
 * @returns {Promise<Outcome>}
 */
export async function jest({ folder, modules = true, projects = [], alone = false, env = {}, detail }) {
  const temporary = mkdtempSync(join(tmpdir(), 'encore-jest-'));
  const file = join(temporary, 'report.json');
  const args = [
    ...(modules ? ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'] : []),
    inRoot('node_modules', 'jest', 'bin', 'jest.js'),
    ...['--json', `--outputFile=${file}`, alone ? '--runInBand' : '--maxWorkers=2'],
    ...(projects.length > 0 ? ['--selectProjects', ...projects] : []),
  ];
  try {
    // Standard output holds the whole report again; what people read comes on standard error.
    const result = await run(process.execPath, args, {
      cwd: inRoot(folder),
      env: { ...childEnv(), FORCE_COLOR: '0', ...env },
      onLine: (line) => /^(PASS|FAIL)/.test(line) && detail?.(line.replace(/^(PASS|FAIL)\s+/, '')),
    });
    const output = result.output.replace(result.out, '').trim();
    if (!existsSync(file)) {
      return { ...nothing(), failed: 1, output: `── jest in ${folder} (exit code ${result.code})\n${result.output}\n` };
    }
    return outcomeOf(JSON.parse(readFileSync(file, 'utf8')), `── jest in ${folder}\n${output}\n`, result.code);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * @param {Report} report
 * @param {string} output
 * @param {number} code
 * @returns {Outcome}
 */
export function outcomeOf(report, output, code) {
  const counted = report.numFailedTests + report.numRuntimeErrorTestSuites;
  // jest may also fail for what is no test: a broken tear-down, an unknown project.
  const failed = counted || (code === 0 ? 0 : 1);
  const remarks = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => ['pending', 'todo', 'disabled'].includes(status))
      .map(({ fullName }) => `${name.startsWith(root) ? name.slice(root.length) : name}: ${fullName}`)
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed, skipped, remarks, output };
}
