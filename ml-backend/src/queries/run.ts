import { Compile } from 'typebox/compile';
import type { Validator } from 'typebox/compile';
import { Value } from 'typebox/value';
import { EncoreError, badRequest } from '../errors.ts';
import type { FrameJson } from '../frames/frame.ts';
import { readTenant } from '../store/connection.ts';
import { findQueryType, queryTypes } from './index.ts';
import type { QueryFormat, QueryServices, QueryType, TimeRange } from './type.ts';
import { isAlertable } from './type.ts';

export interface QueryRequest {
  refId: string;
  queryType: string;
  params?: Record<string, unknown>;
  format?: QueryFormat;
  intervalMs?: number;
  maxDataPoints?: number;
}

export interface QueryContext {
  tenantId: string;
  timeRange: TimeRange;
  fromAlert: boolean;
  now: Date;
  services: QueryServices;
}

export type QueryResult =
  | { status: 200; frames: FrameJson[] }
  | { status: number; error: string; errorSource: 'downstream' | 'plugin' };

const validators = new Map<string, Validator>(queryTypes.map(({ name, params }) => [name, Compile(params)]));
const statementCancelled = '57014';
// More points than any panel has pixels: Grafana asks for 43,200 in alerts.
const mostPoints = 11_000;

/**
 * Answers one query. A mistake in it becomes an error with the field's name; everything that nobody explained is thrown.
 * The time range is narrowed to the years 1800 to 9999.
 */
export async function runQuery(request: QueryRequest, context: QueryContext): Promise<QueryResult> {
  try {
    const query = requireQueryType(request.queryType);
    const params = checkParams(query, request.params ?? {});
    const format = chooseFormat(query, request.format, context.fromAlert);
    const timeRange = checkRange(context.timeRange);
    const { tenantId, fromAlert, now, services } = context;
    const frames = await query.run({
      params,
      format,
      fromAlert,
      timeRange,
      asOf: asOf(params, { timeRange, now }, fromAlert || format === 'alert'),
      now,
      maxDataPoints: Math.max(1, Math.floor(Math.min(request.maxDataPoints ?? mostPoints, mostPoints))),
      tenantId,
      read: (work) => readTenant(services.db, tenantId, work),
      services,
    });
    for (const frame of frames) frame.schema.refId = request.refId;
    return { status: 200, frames };
  } catch (error) {
    if ((error as { code?: unknown }).code === statementCancelled) {
      const text = `${request.queryType}: takes too long; ask for fewer artists or metrics, or for a shorter time range`;
      return { status: 504, error: text, errorSource: 'downstream' };
    }
    if (!(error instanceof EncoreError)) throw error;
    const { statusCode: status, field, message } = error;
    const place = field ? `${request.queryType}.${field}` : request.queryType;
    const ours = status >= 500 && status !== 503;
    return { status, error: `${place}: ${message}`, errorSource: ours ? 'plugin' : 'downstream' };
  }
}

function requireQueryType(name: string): QueryType {
  const query = findQueryType(name);
  if (!query)
    throw badRequest(
      'QUERY_TYPE_UNKNOWN',
      `there is no query type "${name}"; use one of ${queryTypes.map((known) => known.name).join(', ')}`,
      'queryType'
    );
  return query;
}

function chooseFormat(query: QueryType, asked: QueryFormat | undefined, fromAlert: boolean): QueryFormat {
  const { name, formats } = query;
  const format = asked ?? (fromAlert ? 'alert' : formats[0]);
  if ((fromAlert || format === 'alert') && !isAlertable(query)) {
    const others = queryTypes.filter(isAlertable).map((known) => known.name);
    throw badRequest(
      'QUERY_NOT_ALERTABLE',
      `"${name}" has no number to alert on; use one of ${others.join(', ')}`,
      'format'
    );
  }
  if (!formats.includes(format))
    throw badRequest('FORMAT_UNKNOWN', `there is no ${format} of "${name}"; use ${formats.join(', ')}`, 'format');
  return format;
}

// Facts lie between 1800 and 2200; beyond the year 9999 neither ISO dates nor PostgreSQL's have four digits.
const earliest = Date.UTC(1800, 0, 1);
const latest = Date.UTC(9999, 11, 31);
const bounded = (time: number) => Math.min(latest, Math.max(earliest, time));

function checkRange({ from, to }: TimeRange): TimeRange {
  if (from > to) {
    const [start, end] = [from, to].map((time) => new Date(time).toISOString());
    throw badRequest('RANGE_INVERTED', `${start} lies after the end of the range, ${end}; swap them`, 'timeRange.from');
  }
  return { from: bounded(from), to: bounded(to) };
}

function checkParams(query: QueryType, given: Record<string, unknown>): Record<string, unknown> {
  const validator = validators.get(query.name)!;
  const plain = Value.Default(query.params, { ...given }) as Record<string, unknown>;
  if (validator.Check(plain)) return plain;
  // A template variable arrives as text, whatever the parameter's type.
  const params = Value.Convert(query.params, plain) as Record<string, unknown>;
  if (validator.Check(params)) return params;
  const problems = validator.Errors(params);
  const first = problems.find(({ keyword }) => keyword === 'additionalProperties') ?? problems[0];
  throw badRequest('QUERY_PARAM_INVALID', complaint(first), fieldOf(first) ?? 'params');
}

interface Complaint {
  keyword: string;
  instancePath: string;
  message: string;
  params: object;
}

function fieldOf(error: Complaint | undefined): string | undefined {
  const named = error?.params as { additionalProperties?: string[]; requiredProperties?: string[] } | undefined;
  return named?.additionalProperties?.[0] ?? named?.requiredProperties?.[0] ?? error?.instancePath.split('/')[1];
}

function complaint(error: Complaint | undefined): string {
  if (!error) return 'is not as the query type says';
  if (error.keyword === 'additionalProperties') return 'is no parameter of this query type; leave it out';
  if (error.keyword === 'required') return 'is missing';
  const allowed = (error.params as { allowedValues?: unknown[] }).allowedValues;
  return allowed ? `must be one of ${allowed.join(', ')}` : error.message;
}

function asOf(
  params: Record<string, unknown>,
  { now, timeRange }: Pick<QueryContext, 'now' | 'timeRange'>,
  alerts: boolean
): Date {
  if (typeof params.asOf === 'string') {
    const asked = Date.parse(params.asOf);
    if (Number.isNaN(asked))
      throw badRequest(
        'QUERY_PARAM_INVALID',
        `"${params.asOf}" is no moment; write it as 2026-01-31T00:00:00Z`,
        'asOf'
      );
    // Nothing can be known later than now.
    return new Date(Math.min(bounded(asked), now.getTime()));
  }
  return alerts ? new Date(Math.min(now.getTime(), timeRange.to)) : now;
}
