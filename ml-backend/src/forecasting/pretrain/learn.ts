import { sayAt } from '../combination/roll.ts';
import { estimate } from '../estimate.ts';
import type { GlobalModel } from '../global/model.ts';
import type { Lesson } from '../global/train.ts';
import { trainGlobal } from '../global/train.ts';
import { historyAt } from '../history.ts';
import type { ErrorRecord } from '../intervals/fitPool.ts';
import { fitPool } from '../intervals/fitPool.ts';
import type { Pool } from '../intervals/pool.ts';
import { NO_POOL } from '../intervals/pool.ts';
import { recordOf } from '../intervals/records.ts';
import { errorUnit } from '../intervals/unit.ts';
import { namesOf, rosterFor } from '../roster.ts';
import type { Series } from '../types.ts';
import type { Case } from './cases.ts';

const PERIOD = 12;
/** Trees that judge a case have not seen its series: halves learn from each other. */
const FOLDS = 2;

type Tell = (what: string, done: number, total: number) => void;

/** What many series teach: trees, and the errors of the ensemble with trees that did not know the series. */
export function learn(cases: readonly Case[], tell: Tell): { pool: Pool; global: GlobalModel } {
  const lessons = cases.flatMap((one, index) => {
    tell('members', index + 1, cases.length);
    const lesson = lessonOf(one);
    return lesson ? [{ ...lesson, owner: one.owner }] : [];
  });
  const { values } = lessons[0]!;
  const any = seriesOf(values, 0);
  const names = namesOf(rosterFor(historyAt(any, values.length), any, NO_POOL));
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    tell('trees', fold, FOLDS + 1);
    return trainGlobal(
      lessons.filter(({ owner }) => owner % FOLDS !== fold),
      names,
      PERIOD
    );
  });
  const global = trainGlobal(lessons, names, PERIOD);
  const records = cases.flatMap((one, index): ErrorRecord[] => {
    tell('errors', index + 1, cases.length);
    const record = recordOfCase(one, { ...NO_POOL, global: folds[one.owner % FOLDS]! });
    return record ? [record] : [];
  });
  return { pool: fitPool(records), global };
}

const seriesOf = (values: Float64Array, from: number): Series => ({
  values,
  frequency: 'month',
  start: Date.UTC(2000, from, 1),
  nonNegative: values.every((value) => !(value < 0)),
});

function lessonOf({ known, actual, horizon, from }: Case): Lesson | undefined {
  const series = seriesOf(known, from);
  const history = historyAt(series, known.length);
  const { values } = history;
  const roster = rosterFor(history, series, NO_POOL);
  if (roster.regime !== 'seasonal' || errorUnit(values, PERIOD) !== 'log') {
    return undefined;
  }
  const said = sayAt(roster.members, values, PERIOD, horizon, roster.stand(values, PERIOD, horizon), {});
  return { values, forecasts: said.forecasts, actual, weight: 1 };
}

function recordOfCase({ owner, known, actual, horizon, from }: Case, pool: Pool): ErrorRecord | undefined {
  const series = seriesOf(known, from);
  const history = historyAt(series, known.length);
  const roster = rosterFor(history, series, pool);
  if (roster.regime === 'none') {
    return undefined;
  }
  const { outlook, said } = estimate(history, roster, horizon, pool);
  const whole = new Float64Array(history.values.length + actual.length);
  whole.set(history.values);
  whole.set(actual, history.values.length);
  return recordOf(owner, outlook, said, whole, namesOf(roster));
}
