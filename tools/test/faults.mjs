import { childEnv } from '../bootstrap/environment.mjs';
import { inRoot, root } from '../paths.mjs';
import { run } from '../processes/run.mjs';
import { nothing } from './outcome.mjs';

/**
 * The short form of `npm run faults`; every figure with a floor counts as a test.
 * @param {(detail: string) => void} detail
 */
export async function faultsStage(detail) {
  const { code, out, output } = await run(process.execPath, [inRoot('tests', 'faults', 'cli.ts'), '--short'], {
    cwd: root,
    env: childEnv(),
    onLine: detail,
  });
  return countFigures(out, code, output);
}

/**
 * The one fault that may be left out: where nobody may mount a disk, none can run full.
 * @param {string} remark
 */
export const isDisk = (remark) => remark.startsWith('faults: disk: ');

/**
 * @param {string} out  lines `name value unit floor ok|FAIL` and `name skipped: why`
 * @param {number} code  exit code
 * @param {string} output  all that was printed
 * @returns {import('./outcome.mjs').Outcome}
 */
export function countFigures(out, code, output) {
  const lines = out.split('\n');
  const ending = (/** @type {string} */ word) => lines.filter((line) => line.endsWith(` ${word}`)).length;
  const skipped = lines.filter((line) => / skipped: /.test(line));
  const failed = ending('FAIL');
  return {
    ...nothing(),
    passed: ending('ok'),
    failed: failed || (code === 0 ? 0 : 1),
    skipped: skipped.length,
    remarks: skipped.map((line) => `faults: ${line.replace(' skipped: ', ': ')}`),
    output: `── faults (exit code ${code})\n${output}\n`,
  };
}
