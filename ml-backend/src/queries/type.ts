import type { Static, TObject } from 'typebox';
import type { FieldType, FrameJson } from '../frames/frame.ts';
import type { Forecaster } from '../serving/forecaster.ts';
import type { Db, TenantTx } from '../store/connection.ts';

/**
 * `timeseries`: every bucket of the range, time ascending. `table`: rows for people. `instant`: one row each with the
 * latest value. `alert`: numeric long, every entity always present, exactly one number.
 */
export type QueryFormat = 'table' | 'timeseries' | 'instant' | 'alert';

export interface TimeRange {
  /** Epoch ms, inclusive. */
  from: number;
  to: number;
}

/** What a query sees of the world besides its own parameters. */
export interface QueryCall<P = unknown> {
  params: P;
  format: QueryFormat;
  /** An alert rule asks: a shape that rules cannot read helps nobody. */
  fromAlert: boolean;
  timeRange: TimeRange;
  /** Nothing that became known later exists for this call. */
  asOf: Date;
  /** The wall clock, for "booked" and "due next". */
  now: Date;
  maxDataPoints: number;
  tenantId: string;
  /** Runs `work` in a transaction that sees the tenant's rows; the connection is held no longer than that. */
  read: <T>(work: (tx: TenantTx) => Promise<T>) => Promise<T>;
  services: QueryServices;
}

/** What outlives a request. */
export interface QueryServices {
  db: Db;
  forecaster: Forecaster;
}

/** One frame that a query answers with: name, fields, and what a field says. */
export interface FrameContract {
  name: string;
  says: string;
  fields: Array<{ name: string; type: FieldType; says: string }>;
}

/**
 * One query type: everything that editor, variables, OpenAPI and documentation need to know, and the function that
 * answers. A new type is one file with one of these, and one line in index.ts.
 */
export interface QueryType<S extends TObject = TObject> {
  name: string;
  title: string;
  /** One sentence. */
  help: string;
  params: S;
  frames: FrameContract[];
  /** The shapes that it can answer in, the usual one first; with `alert` among them it may stand in an alert rule. */
  formats: readonly [QueryFormat, ...QueryFormat[]];
  run(call: QueryCall<Static<S>>): Promise<FrameJson[]>;
}

/**
 * Gives `run` the parameter type of the schema. The catalogue holds queries of all kinds, so the type ends here:
 * the runner has checked the parameters against the schema before it calls.
 */
export const defineQuery = <S extends TObject>(query: QueryType<S>): QueryType => query as unknown as QueryType;

export const isAlertable = ({ formats }: Pick<QueryType, 'formats'>): boolean => formats.includes('alert');
