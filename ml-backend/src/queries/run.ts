import { Compile } from 'typebox/compile';
import type { Validator } from 'typebox/compile';
import { Value } from 'typebox/value';
import { EncoreError, badRequest } from '../errors.ts';
import type { FrameJson } from '../frames/frame.ts';
import { readTenant } from '../store/connection.ts';
import { findQueryType, queryTypes } from './index.ts';
import type { QueryFormat, QueryServices, QueryType, TimeRange } from './type.ts';

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
// More points than any panel has pixels: Grafana asks for 43,200 in alerts.
const mostPoints = 11_000;

/** Answers one query; a mistake in it becomes an error with the field's name, everything else is thrown. */
export async function runQuery(request: QueryRequest, context: QueryContext): Promise<QueryResult> {
  try {
    const query = requireQueryType(request.queryType);
    const params = checkParams(query, request.params ?? {});
    const format = request.format ?? (context.fromAlert && query.alertable ? 'alert' : 'table');
    if (format === 'alert' && !query.alertable) {
      throw badRequest(
        'QUERY_NOT_ALERTABLE',
        `"${query.name}" has no number to alert on; use one of ${alertable()}`,
        'format'
      );
    }
    const { tenantId, timeRange, now, services } = context;
    const frames = await query.run({
      params,
      format,
      timeRange,
      asOf: asOf(params, context, format),
      now,
      maxDataPoints: Math.min(request.maxDataPoints ?? mostPoints, mostPoints),
      tenantId,
      read: (work) => readTenant(services.db, tenantId, work),
      services,
    });
    for (const frame of frames) frame.schema.refId = request.refId;
    return { status: 200, frames };
  } catch (error) {
    if (!(error instanceof EncoreError)) throw error;
    const place = error.field ? `${request.queryType}.${error.field}` : request.queryType;
    return { status: error.statusCode, error: `${place}: ${error.message}`, errorSource: 'downstream' };
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

const alertable = () =>
  queryTypes
    .filter((query) => query.alertable)
    .map((query) => query.name)
    .join(', ');

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

function asOf(params: Record<string, unknown>, { now, timeRange }: QueryContext, format: QueryFormat): Date {
  if (typeof params.asOf === 'string') {
    const asked = Date.parse(params.asOf);
    if (Number.isNaN(asked))
      throw badRequest(
        'QUERY_PARAM_INVALID',
        `"${params.asOf}" is no moment; write it as 2026-01-31T00:00:00Z`,
        'asOf'
      );
    // Nothing can be known later than now.
    return new Date(Math.min(asked, now.getTime()));
  }
  return format === 'alert' ? new Date(Math.min(now.getTime(), timeRange.to)) : now;
}
