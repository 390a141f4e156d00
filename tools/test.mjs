import { prepare } from './bootstrap.mjs';
import { Cancelled } from './processes/run.mjs';
import { counts, nothing, skip, skipsTooMuch, sum } from './test/outcome.mjs';
import { stages } from './test/stages.mjs';
import { step } from './terminal/progress.mjs';
import { duration, green, red, Refusal, yellow } from './terminal/say.mjs';

/** @typedef {import('./test/outcome.mjs').Outcome} Outcome */
/** @typedef {import('./test/stages.mjs').Stage} Stage */

const usage = `--only ${stages.map(({ name }) => name).join(',')} (any of them), --strict (what is skipped fails, but for e2e, compose and a disk that nobody may mount)`;
const print = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);

/**
 * `npm test [-- --only lint,unit] [--strict]`: builds, then everything that needs no Grafana. The last line is
 * `N passed, N failed, N skipped`.
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
export async function test(args) {
  const { chosen, strict } = readArguments(args);
  const began = Date.now();
  await prepare([]);
  const broken = await build(chosen);
  /** @type {{name: string, outcome: Outcome}[]} */
  const done = broken ? [{ name: 'build', outcome: report('build', broken, Date.now() - began) }] : [];
  for (const stage of chosen) {
    const from = Date.now();
    const outcome =
      broken && stage.needs.length > 0
        ? skip(`${stage.name}: the build failed`)
        : await step(`Tests: ${stage.name}`, (detail) => stage.run(detail).catch(failure));
    done.push({ name: stage.name, outcome: report(stage.name, outcome, Date.now() - from) });
  }
  const all = sum(done.map(({ outcome }) => outcome));
  const mayBe = new Map(stages.map(({ name, mayBeSkipped }) => [name, mayBeSkipped]));
  const unwanted = strict ? done.filter(({ name, outcome }) => skipsTooMuch(outcome, mayBe.get(name))) : [];
  if (unwanted.length > 0)
    print(red(`skipped, which --strict forbids: ${unwanted.map(({ name }) => name).join(', ')}`));
  print(`all stages: ${duration(Date.now() - began)}`);
  print(counts(all));
  return all.failed > 0 || unwanted.length > 0 ? 1 : 0;
}

/** `npm run lint` */
export const lint = () => test(['--only', 'lint']);

/** @param {string[]} args */
function readArguments(args) {
  const rest = [...args];
  let chosen = stages;
  let strict = false;
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--strict') strict = true;
    else if (arg === '--only') chosen = choose(rest.shift() ?? '');
    else if (arg.startsWith('--only=')) chosen = choose(arg.slice('--only='.length));
    else throw new Refusal(`npm test does not know "${arg}"; it takes ${usage}`);
  }
  return { chosen, strict };
}

/** @param {string} list */
function choose(list) {
  const names = list.split(',').filter(Boolean);
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown !== undefined || names.length === 0)
    throw new Refusal(`there is no stage "${unknown ?? ''}"; npm test takes ${usage}`);
  return stages.filter(({ name }) => names.includes(name));
}

/**
 * @param {Stage[]} chosen
 * @returns {Promise<Outcome | undefined>} the failure, when there is one
 */
async function build(chosen) {
  try {
    await prepare([...new Set(chosen.flatMap(({ needs }) => needs))]);
    return undefined;
  } catch (error) {
    return failure(error);
  }
}

/**
 * @param {unknown} error
 * @returns {Outcome}
 */
function failure(error) {
  if (!(error instanceof Refusal) || error instanceof Cancelled) throw error;
  return { ...nothing(), failed: 1, output: `${error.details}\n${error.message}\n` };
}

/**
 * One line a stage; above it, whole, what a failed one printed.
 * @param {string} name
 * @param {Outcome} outcome
 * @param {number} tookMs
 */
function report(name, outcome, tookMs) {
  if (outcome.failed > 0) print(outcome.output.trimEnd());
  const paint = outcome.failed > 0 ? red : outcome.skipped > 0 ? yellow : green;
  print(`${paint(name.padEnd(9))} ${counts(outcome)}  ${duration(tookMs)}`);
  for (const remark of outcome.remarks) print(`          skipped: ${remark}`);
  return outcome;
}
