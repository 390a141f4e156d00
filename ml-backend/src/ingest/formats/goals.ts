import { goalTarget } from '../../store/incomingGoals.ts';
import { metrics } from '../../store/metrics.ts';
import { amountOf } from '../values/amountOf.ts';
import { BadValue, remember } from '../values/badValue.ts';
import { anyDate } from '../values/date.ts';
import type { Fact, FactContext, Row, TableFormat } from '../format.ts';
import { missing, notYet } from '../values/missing.ts';
import { byColumnsWith } from '../recognise.ts';
import { oneOf, text } from '../values/text.ts';
import { lastDay } from '../values/time.ts';

const metric = oneOf('metric', {
  ...Object.fromEntries(metrics.map(({ name, title }) => [title.toLowerCase(), name])),
  ...Object.fromEntries(metrics.map(({ name }) => [name.replace(/_/g, ' '), name])),
});
const status = oneOf('status', {
  open: 'open',
  active: 'open',
  reached: 'reached',
  done: 'reached',
  achieved: 'reached',
  completed: 'reached',
  missed: 'missed',
  failed: 'missed',
  dropped: 'dropped',
  cancelled: 'dropped',
  canceled: 'dropped',
  abandoned: 'dropped',
});

/**
 * Goals and their deadlines.
 *
 *     title,metric,target,deadline,set_on,status,reached_on
 *     Ten thousand followers,followers,10000,2024-12-31,2024-01-01,open,
 *
 * The title is the natural key, or a column `id` where titles may change; target, deadline and status are what a later
 * file may restate. A deadline that is a month (2024-12) is its last day. Without `set_on` a goal was set on the day of
 * its first import.
 */
export const goals: TableFormat = {
  name: 'goals',
  title: 'Goals',
  help: 'One row a goal: title, metric (as in the list of metrics), target, deadline; optionally set_on, status (open, reached, missed, dropped), reached_on, id.',
  target: goalTarget,
  recognise: byColumnsWith('metric', 'measure', 'kpi'),
  columns: {
    title: { title: 'title', also: ['goal', 'name', 'what'], required: true, read: text(300) },
    metric: { title: 'metric', also: ['measure', 'kpi'], required: true, read: remember(metric) },
    target: {
      title: 'target',
      also: ['target value', 'value', 'aim'],
      required: true,
      evidence: 'amount',
      read: amountOf,
    },
    deadline: {
      title: 'deadline',
      also: ['due', 'due date', 'by', 'until', 'target date'],
      required: true,
      evidence: 'date',
      read: remember(anyDate),
    },
    set_on: {
      title: 'set_on',
      also: ['set', 'set date', 'created', 'start', 'start date', 'from'],
      evidence: 'date',
      read: remember(anyDate),
    },
    status: { title: 'status', also: ['state'], read: remember(status) },
    reached_on: {
      title: 'reached_on',
      also: ['reached', 'reached date', 'achieved on', 'done on', 'completed on'],
      evidence: 'date',
      read: remember(anyDate),
    },
    id: { title: 'id', also: ['goal id', 'key'], read: text(200) },
  },
  fact,
};

function fact(row: Row, { now, today }: FactContext): Fact | BadValue {
  const lacks = missing(row, 'title', 'metric', 'target', 'deadline');
  if (lacks) return lacks;
  const deadline = day(row.deadline!, 'last');
  const setOn = row.set_on ? day(row.set_on, 'first') : null;
  const reachedOn = row.reached_on ? day(row.reached_on, 'last') : null;
  const state = row.status ?? (reachedOn ? 'reached' : 'open');
  const fault =
    (setOn && notYet(setOn, today, 'set_on')) ?? (reachedOn && notYet(reachedOn, today, 'reached_on')) ?? undefined;
  if (fault instanceof BadValue) return fault;
  if (setOn && setOn > deadline)
    return new BadValue(
      'IMPORT_BAD_DATE',
      `a goal of ${setOn} cannot be due on ${deadline}, before it was set`,
      'deadline'
    );
  if (reachedOn && setOn && reachedOn < setOn)
    return new BadValue(
      'IMPORT_BAD_DATE',
      `a goal of ${setOn} cannot be reached on ${reachedOn}, before it was set`,
      'reached_on'
    );
  if (reachedOn && state !== 'reached')
    return new BadValue(
      'IMPORT_BAD_VALUE',
      `the goal is ${state}, but there is a day on which it was reached`,
      'status'
    );
  const values: Row = { title: row.title, metric: row.metric, target: row.target, status: state };
  values.set_on = setOn;
  values.deadline = deadline;
  values.reached_on = reachedOn;
  const key = row.id ? `id\u001f${row.id}` : row.title!.toLowerCase();
  return { grain: 'day', occurredAt: null, knownAt: now.toISOString(), key, values };
}

/** The day itself, or a day of the month. */
const day = (date: string, of: 'first' | 'last'): string =>
  date.length > 7 ? date : of === 'first' ? `${date}-01` : lastDay(date);
