import { childEnv } from '../bootstrap/environment.mjs';
import { findGo } from '../bootstrap/programs.mjs';
import { inRoot } from '../paths.mjs';
import { run } from '../processes/run.mjs';
import { nothing, skip } from './outcome.mjs';

/** @typedef {{Action: string, Package?: string, Test?: string, Output?: string}} Event  one line of `go test -json` */

/** The tests of the data source's Go part. */
export async function goStage() {
  const found = await findGo();
  if ('missing' in found) return skip(`Go tests: ${found.missing}`);
  const { code, out, output } = await run(found.go, ['test', '-json', './pkg/...'], {
    cwd: inRoot('plugins', 'encore-career-app'),
    env: { ...childEnv(), ...found.env },
  });
  const events = out
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  return countEvents(events, code, output);
}

/**
 * @param {Event[]} events
 * @param {number} code  exit code of `go test`
 * @param {string} raw  all that it printed, shown when the events hold no failure (a package that does not compile)
 * @returns {import('./outcome.mjs').Outcome}
 */
export function countEvents(events, code, raw) {
  const of = (/** @type {string} */ action) => events.filter((event) => event.Test && event.Action === action);
  const failed = of('fail').length;
  const text = events.map((event) => event.Output ?? '').join('');
  const skipped = of('skip');
  return {
    ...nothing(),
    passed: of('pass').length,
    failed: failed || (code === 0 ? 0 : 1),
    skipped: skipped.length,
    remarks: skipped.map((event) => `Go: ${event.Test}`),
    output: `── go test (exit code ${code})\n${failed ? text : raw}\n`,
  };
}
