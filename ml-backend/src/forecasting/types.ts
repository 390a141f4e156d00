import type { Kept } from './estimate.ts';

/** A regular series: one value a bucket, oldest first. */
export interface Series {
  /** Observed totals; NaN where the bucket is missing. The running, partial bucket is left out by the caller. */
  values: Float64Array;
  frequency: Frequency;
  /** 00:00 UTC of the first bucket, epoch milliseconds. */
  start: number;
  /** Whether the metric can't go below zero (revenue can't, net can). */
  nonNegative: boolean;
  /** Length of the season in buckets where it is not the year; 1 for none. */
  period?: number;
}

export type Frequency = 'week' | 'month';

export interface ForecastOptions {
  /** Buckets ahead, 1 to 120. */
  horizon: number;
  /** Nominal coverages in percent, each in (0, 99]. */
  levels: readonly number[];
  /** Any integer; the same seed gives the same forecast, bit for bit. */
  seed: number;
  /** How many sample paths to return; none when left out. */
  paths?: number;
  /** Earlier origins of the backtest, 24 when left out; 0 for none. */
  backtest?: number;
}

/** The range that should hold the value in `level` of 100 cases. */
export interface Bounds {
  /** Percent. */
  level: number;
  lower: Float64Array;
  upper: Float64Array;
}

/** The range of one number, for example of a sum. */
export interface Range {
  /** Percent. */
  level: number;
  lower: number;
  upper: number;
}

/** The sum of the first `horizon` steps, over sample paths that follow the bounds. */
export interface Total {
  horizon: number;
  /** Half of the paths bring more. A sum of the steps' own middles is less where errors are skewed. */
  median: number;
  bounds: Range[];
  /** Values of the sum at `PROBABILITIES`. */
  quantiles: Float64Array;
}

/** A model that takes part, and its share in the mean (shares add up to 1). */
export interface MemberWeight {
  name: string;
  weight: number;
}

/** One earlier origin: what was expected for the bucket that followed, and what came. */
export interface BacktestPoint {
  /** 00:00 UTC of the forecast bucket, epoch milliseconds. */
  time: number;
  actual: number;
  mean: number;
  lower: number;
  upper: number;
  inside: boolean;
}

/** How good one-step-ahead forecasts of this series were, each made without a look at what came later. */
export interface Backtest {
  /** Number of origins; 0 where the history is too short, the figures below are NaN then. */
  n: number;
  /** Mean absolute error over that of "same bucket last year" inside the history before the first origin; < 1 is better. */
  mase: number;
  /** Sum of |actual - mean| over the sum of |actual|. */
  error: number;
  /** The same for "same bucket last year"; NaN where there is no year before. */
  naiveError: number;
  /** Share of origins whose actual fell inside the range at `level`, 0 to 1. */
  coverage: number;
  /** Percent. */
  level: number;
  points: BacktestPoint[];
}

export interface Notice {
  code: NoticeCode;
  severity: 'info' | 'warning';
  text: string;
}

export type NoticeCode =
  | 'FORECAST_NO_HISTORY'
  | 'FORECAST_PRIOR'
  | 'FORECAST_SHORT_HISTORY'
  | 'FORECAST_NO_SEASON'
  | 'FORECAST_INTERMITTENT'
  | 'FORECAST_ENDS_IN_ZEROS'
  | 'FORECAST_LEADING_ZEROS'
  | 'FORECAST_MISSING_VALUES'
  | 'FORECAST_LATE_VALUES'
  | 'FORECAST_MEMBER_FAILED';

export interface ModelVersion {
  name: string;
  version: string;
}

/** What the future is expected to be, as plain data that can be stored and sent to another thread. */
export interface Forecast {
  /** 00:00 UTC of each forecast bucket, epoch milliseconds; empty where there is no history at all. */
  times: Float64Array;
  mean: Float64Array;
  /** Ascending by level, nested. */
  bounds: Bounds[];
  total: Total | undefined;
  members: MemberWeight[];
  backtest: Backtest;
  notices: Notice[];
  model: ModelVersion;
  /** What `refit` starts from when the history goes on; plain JSON. */
  structure?: Kept;
  /** The whole distribution, from which other horizons and levels are read (`readForecast`). */
  distribution: Distribution;
  /** Rows of `horizon` values, only where they were asked for. */
  paths?: Float64Array[];
}

/** Quantiles at `PROBABILITIES`: one row a step, and one row a sum of the first steps over the sample paths. */
export interface Distribution {
  steps: Float64Array[];
  totals: Float64Array[];
}
