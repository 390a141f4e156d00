import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Bench, BenchContext } from './bench.ts';
import { BadInput } from './bench.ts';
import type { Figure } from './figure.ts';
import type { PoolKind, Run } from './forecast/engine.ts';
import { forecastAll } from './forecast/engine.ts';
import { floorsOf } from './forecast/floors.ts';
import type { Task } from './forecast/input.ts';
import { readTasks } from './forecast/input.ts';
import { sampleOf } from './forecast/sample.ts';
import type { Scores } from './forecast/scores.ts';
import { scoresOf } from './forecast/scores.ts';

/** Below this many values before the last horizon there is nothing to validate on. */
const shortestValidated = 6;

export const forecast: Bench = {
  name: 'forecast',
  says: 'Forecasts the series of a file and writes them as benchmarks/score.py reads them. Validation: the last horizon of each training part, forecast from what lies before it. CPU of this process a series, the pool apart. `--validate true` stops there.',
  options: ['data', 'out', 'pool', 'sample', 'seed', 'validate'],
  async run(context) {
    const { options, say } = context;
    if (!options.data) throw new BadInput('--data takes the file of series');
    const pool = poolOf(options.pool);
    const seed = wholeNumber('seed', options.seed ?? '1');
    const all = readTasks(options.data);
    const tasks = options.sample === undefined ? all : sampleOf(all, context.count('sample', 1), seed);
    const validateOnly = switchOf(options.validate);

    const shorter = tasks.filter((task) => task.train.length - task.horizon >= shortestValidated).map(withheld);
    const validation = shorter.length
      ? forecastAll(shorter, pool, seed, counter(say, 'validation', shorter.length))
      : undefined;
    const validated = validation ? figuresOf('validation', judge(shorter, validation)) : [];
    if (validateOnly) return validated;

    const run = forecastAll(tasks, pool, seed, counter(say, 'forecast', tasks.length));
    for (const { id, reason } of run.missing) say(`no forecast of "${id}": ${reason}`);
    if (options.out) writeFileSync(options.out, `${JSON.stringify(run.said)}\n`);
    const floors = options.sample === undefined ? floorsOf(basename(options.data), pool) : {};
    const tested = tasks.every((task) => task.test) ? figuresOf('test', judge(tasks, run), floors) : [];
    return [
      { name: 'forecast_series', value: run.said.length, unit: 'series' },
      { name: 'forecast_missing', value: run.missing.length, unit: 'series', floor: { sense: 'at most', value: 0 } },
      {
        name: 'forecast_cpu',
        value: run.cpu / tasks.length,
        unit: 'ms/series',
        floor: { sense: 'at most', value: 80 },
      },
      { name: 'forecast_pool_cpu', value: run.poolCpu, unit: 'ms' },
      ...validated,
      ...tested,
    ];
  },
};

/** The series as it was one horizon before its end; what came then is the test. */
function withheld(task: Task): Task {
  const known = task.train.length - task.horizon;
  return { ...task, train: task.train.slice(0, known), test: task.train.slice(known) };
}

function judge(tasks: readonly Task[], { said }: Run): Scores {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return scoresOf(
    said.map((one) => {
      const { train, test, scalePeriod } = byId.get(one.id)!;
      return { said: one, train, actual: test!, scalePeriod };
    })
  );
}

function figuresOf(part: string, scores: Scores, floors: Partial<Record<string, Figure['floor'][]>> = {}): Figure[] {
  const units: Record<keyof Scores, string> = {
    series: 'series',
    sMAPE: '%',
    MAPE: '%',
    MASE: 'ratio',
    RMSSE: 'ratio',
    bias: '%',
    C80: '%',
    C95: '%',
    MSIS95: 'ratio',
    CT80: '%',
  };
  return (Object.keys(units) as (keyof Scores)[]).flatMap((key): Figure[] => {
    const figure = { name: `${part}_${key}`, value: scores[key], unit: units[key] };
    const judged = floors[key] ?? [undefined];
    return judged.map((floor) => (floor ? { ...figure, floor } : figure));
  });
}

function poolOf(given: string | undefined): PoolKind {
  if (given === undefined) return 'shipped';
  if (given === 'file' || given === 'shipped' || given === 'none') return given;
  throw new BadInput(`--pool takes file, shipped or none, not "${given}"`);
}

function wholeNumber(name: string, given: string): number {
  const value = Number(given);
  if (given.trim() === '' || !Number.isSafeInteger(value))
    throw new BadInput(`--${name} takes a whole number, not "${given}"`);
  return value;
}

function switchOf(given: string | undefined): boolean {
  if (given === undefined || given === 'false') return false;
  if (given === 'true') return true;
  throw new BadInput(`--validate takes true or false, not "${given}"`);
}

/** Tells every so many series how far a run is. */
function counter(say: BenchContext['say'], what: string, total: number): (done: number) => void {
  const every = Math.max(1, Math.ceil(total / 10));
  return (done) => {
    if (done % every === 0 || done === total) say(`${what}: ${done} of ${total} series`);
  };
}
