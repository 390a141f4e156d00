import { type DataFrame, type QueryResultMetaNotice } from '@grafana/data';

/** The sum over the horizon with its range, from sample paths; never the sum of the monthly bounds. */
export interface Total {
  horizon: number;
  mean: number;
  level: number;
  lower: number;
  upper: number;
  previous?: number;
  chanceAbovePrevious?: number;
}

export interface TestedPoint {
  time: number;
  inside: boolean;
}

/** How forecasts one step ahead did on the history. `n` = 0: not tested yet, and `from` when it will be. */
export interface Backtest {
  n: number;
  from?: number;
  /** mean |actual - mean| / mean |actual| */
  error?: number;
  /** the same for last year's value */
  naiveError?: number;
  /** share inside the band */
  coverage?: number;
  level: number;
  points: TestedPoint[];
}

/** What the data says about itself; everything is optional, for frames from other sources. */
export interface ForecastMeta {
  encore: boolean;
  subject?: string;
  metric?: string;
  bucket?: string;
  forecastFrom?: number;
  asOf?: number;
  total?: Total;
  backtest?: Backtest;
}

type Loose = Record<string, unknown>;

/** Reads `meta.custom` of a forecast frame; ignores what has a wrong type. */
export function readMeta(frame: DataFrame | undefined): ForecastMeta {
  const custom = record(frame?.meta?.custom);
  return {
    encore: custom.encore === 'forecast',
    subject: text(custom.subject),
    metric: text(custom.metric),
    bucket: text(custom.bucket),
    forecastFrom: number(custom.forecastFrom),
    asOf: number(custom.asOf),
    total: readTotal(record(custom.total)),
    backtest: readBacktest(record(custom.backtest)),
  };
}

function readTotal(total: Loose): Total | undefined {
  const [horizon, mean, lower, upper] = [total.horizon, total.mean, total.lower, total.upper].map(number);
  if (horizon === undefined || mean === undefined || lower === undefined || upper === undefined) {
    return undefined;
  }
  return {
    horizon,
    mean,
    lower,
    upper,
    level: number(total.level) ?? 80,
    previous: number(total.previous),
    chanceAbovePrevious: number(total.chanceAbovePrevious),
  };
}

function readBacktest(backtest: Loose): Backtest | undefined {
  const n = number(backtest.n);
  if (n === undefined) {
    return undefined;
  }
  const points = Array.isArray(backtest.points) ? backtest.points.map(record) : [];
  return {
    n,
    from: number(backtest.from),
    error: number(backtest.error),
    naiveError: number(backtest.naiveError),
    coverage: number(backtest.coverage),
    level: number(backtest.level) ?? 95,
    points: points.flatMap(({ time, inside }) =>
      typeof time === 'number' && typeof inside === 'boolean' ? [{ time, inside }] : []
    ),
  };
}

/** Whether the source says that the values of a frame are never below zero; a unit says nothing about that. */
export function isNonNegative(frame: DataFrame): boolean {
  return record(frame.meta?.custom).nonNegative === true;
}

/** Notices of all frames, each once, the grave ones first. */
export function readNotices(frames: DataFrame[]): QueryResultMetaNotice[] {
  const order = { error: 0, warning: 1, info: 2 };
  const all = frames.flatMap((frame) => frame.meta?.notices ?? []);
  const once = all.filter((notice, i) => all.findIndex((other) => other.text === notice.text) === i);
  return once.sort((a, b) => order[a.severity] - order[b.severity]);
}

function record(value: unknown): Loose {
  return value !== null && typeof value === 'object' ? { ...value } : {};
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && isFinite(value) ? value : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
