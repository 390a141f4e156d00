import { t } from '../common/t';

import { bucketName } from '../common/bucket';
import { type Measure } from '../common/measure';
import { type EventItem } from './events';
import { type Format, percent, signedPercent } from './format';
import { type Backtest, type TestedPoint } from './meta';
import { type Model } from './model';
import { odds } from './names';
import { type ConfidenceOptions } from './types';
import { aUnit, units } from './words';

/** A question, its answer, and what stands beside it. Words between asterisks are emphasised. */
export interface HeaderCell {
  key: 'expected' | 'change' | 'error' | 'coverage';
  title: string;
  big: string;
  note: string;
  /** the answer is that there is none yet */
  muted?: boolean;
  squares?: TestedPoint[];
}

const MOST_SQUARES = 60;

/** Pixels from one square to the next: narrower for a year of weeks. */
export const squareStep = (count: number) => (count > 30 ? 7 : 11);

/** The cells in their order; what the data does not tell is left out, never made up. */
export function headerCells(model: Model, format: Format, options: Pick<ConfidenceOptions, 'expected'>): HeaderCell[] {
  return [
    expectedCell(model, format, options.expected),
    changeCell(model, format),
    errorCell(model),
    coverageCell(model),
  ].filter((cell): cell is HeaderCell => cell !== undefined);
}

function expectedCell(model: Model, format: Format, mode: ConfidenceOptions['expected']): HeaderCell | undefined {
  const { meta, bucket, money } = model;
  if (mode === 'hidden') {
    return undefined;
  }
  const future = futureRows(model);
  const total = mode === 'last' ? undefined : meta.total;
  const sum = total ?? (mode === 'sum' || (mode === 'auto' && money) ? sumOf(model, future) : undefined);
  if (sum && sum.horizon > 0) {
    const span = t('confidence.header.next', 'next {{n}} {{units}}', { n: sum.horizon, units: units(bucket.unit) });
    return {
      key: 'expected',
      title: meta.subject ? `${meta.subject}, ${span}` : span[0].toUpperCase() + span.slice(1),
      big: t('confidence.header.expected', '{{value}} expected', { value: format.short(sum.mean) }),
      note: total ? rangeNote(format, total.level, total.lower, total.upper) : '',
    };
  }
  return lastCell(model, format, future[future.length - 1]);
}

/** Values that don't add up, such as followers, are told as of the horizon's end. */
function lastCell(
  { series: [series], bucket, meta }: Model,
  format: Format,
  row: number | undefined
): HeaderCell | undefined {
  if (row === undefined) {
    return undefined;
  }
  const name = bucketName(series.times[row], bucket);
  const band = series.bands.find((b) => b.level === 80) ?? series.bands[0];
  const range = band && isFinite(band.lower[row]) && isFinite(band.upper[row]);
  return {
    key: 'expected',
    title: meta.subject ? `${meta.subject}, ${name}` : name,
    big: t('confidence.header.expected', '{{value}} expected', { value: format.short(series.mean[row]) }),
    note: range ? rangeNote(format, band.level, band.lower[row], band.upper[row]) : '',
  };
}

function rangeNote(format: Format, level: number, lower: number, upper: number) {
  return t('confidence.header.range', '{{odds}} chance of *{{lower}} to {{upper}}*', {
    odds: odds(level),
    lower: format.short(lower),
    upper: format.short(upper),
  });
}

function changeCell({ meta: { total }, bucket, money }: Model, format: Format): HeaderCell | undefined {
  if (!total?.previous) {
    return undefined;
  }
  const chance = total.chanceAbovePrevious;
  const values = { chance: chance === undefined ? '' : percent(chance) };
  const more = money
    ? t('confidence.header.chanceMoney', '*{{chance}}* chance to earn more', values)
    : t('confidence.header.chance', '*{{chance}}* chance of more', values);
  return {
    key: 'change',
    title: t('confidence.header.against', 'Against the last {{n}} {{units}}, {{value}}', {
      n: total.horizon,
      units: units(bucket.unit),
      value: format.short(total.previous),
    }),
    big: signedPercent(total.mean / total.previous - 1),
    note: chance === undefined ? '' : more,
  };
}

function errorCell({ meta: { backtest }, bucket }: Model): HeaderCell {
  if (!backtest || backtest.n === 0 || backtest.error === undefined) {
    const from = backtest?.from;
    return {
      key: 'error',
      title: t('confidence.header.goodPast', 'How good were past forecasts?'),
      big: t('confidence.header.untested', 'not tested yet'),
      note: from
        ? t('confidence.header.testedFrom', 'with enough history: *{{name}}*', { name: bucketName(from, bucket) })
        : t('confidence.header.noBacktest', 'the data brings no backtest'),
      muted: true,
    };
  }
  const ahead = t('confidence.header.aheadOne', '{{unit}} ahead', { unit: aUnit(bucket.unit) });
  const naive = backtest.naiveError;
  return {
    key: 'error',
    title: t('confidence.header.good', 'How good were the last {{n}} forecasts?', { n: backtest.n }),
    big: t('confidence.header.off', 'off by {{error}} on average', { error: percent(backtest.error) }),
    note:
      naive === undefined
        ? ahead
        : t('confidence.header.naive', '{{ahead}}; last year’s value: off by *{{error}}*', {
            ahead,
            error: percent(naive),
          }),
  };
}

function coverageCell(model: Model): HeaderCell | undefined {
  const { backtest } = model.meta;
  if (!backtest || backtest.n === 0 || backtest.coverage === undefined) {
    return undefined;
  }
  return {
    key: 'coverage',
    title: t('confidence.header.held', 'Did the {{level}}% band hold?', { level: backtest.level }),
    big: t('confidence.header.hits', '{{hits}} of {{n}} {{units}}', {
      hits: hitsOf(backtest),
      n: backtest.n,
      units: units(model.bucket.unit),
    }),
    note: missNote(model, backtest),
    squares: backtest.points.slice(-MOST_SQUARES),
  };
}

export function hitsOf({ n, coverage = 0 }: Backtest) {
  return Math.round(coverage * n);
}

function missNote({ bucket, events }: Model, { points }: Backtest) {
  const misses = points.filter(({ inside }) => !inside);
  if (points.length === 0) {
    return '';
  }
  if (misses.length === 0) {
    return t('confidence.header.noMiss', 'no miss');
  }
  const names = misses.slice(-2).map(({ time }) => `*${bucketName(time, bucket)}*`);
  if (misses.length === 1) {
    const reason = reasonOf(events, misses[0], bucket.step);
    return t('confidence.header.miss', 'the miss: {{name}}', { name: names[0] }) + (reason ? `, ${reason}` : '');
  }
  return misses.length === 2
    ? t('confidence.header.misses', 'the misses: {{names}}', { names: names.join(', ') })
    : t('confidence.header.manyMisses', 'the misses: {{names}} and {{n}} more', {
        names: names.join(', '),
        n: misses.length - 2,
      });
}

function reasonOf(events: EventItem[], { time }: TestedPoint, step: number) {
  return events.find((event) => event.kind === 'unusual' && event.time >= time && event.time < time + step)?.reason;
}

/** How many cells fit, dropped from the right; the first one always stays. */
export function fittingCells(cells: HeaderCell[], width: number, measure: Measure): HeaderCell[] {
  let used = 0;
  const kept = cells.findIndex((cell, i) => {
    used += cellWidth(cell, measure) + (i > 0 ? 33 : 0);
    return i > 0 && used > width;
  });
  return kept < 0 ? cells : cells.slice(0, kept);
}

function cellWidth({ title, big, note, squares }: HeaderCell, measure: Measure) {
  const row = measure(big, 20, 500) + (squares?.length ? 12 + squares.length * squareStep(squares.length) : 0);
  return Math.ceil(Math.max(measure(title), row, measure(note.replace(/\*/g, ''), 12, 500)));
}

export function futureRows({ series: [{ mean, last }] }: Pick<Model, 'series'>): number[] {
  return Array.from(mean.keys()).filter((row) => row > last && isFinite(mean[row]));
}

function sumOf({ series: [{ mean }] }: Model, rows: number[]) {
  return { horizon: rows.length, mean: rows.reduce((sum, row) => sum + mean[row], 0) };
}
