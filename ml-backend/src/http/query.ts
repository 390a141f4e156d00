import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { queryTypes } from '../queries/index.ts';
import type { QueryResult } from '../queries/run.ts';
import { runQuery } from '../queries/run.ts';
import type { QueryServices } from '../queries/type.ts';
import { isAlertable } from '../queries/type.ts';
import { version } from '../version.ts';
import { ErrorBody, isDatabaseAway } from './errors.ts';
import { patterns } from './invalid.ts';

const Query = Type.Object(
  {
    refId: Type.String({ minLength: 1, maxLength: 64, pattern: patterns.line }),
    queryType: Type.String({ minLength: 1, maxLength: 64, pattern: patterns.line }),
    params: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), Type.Unknown(), { maxProperties: 32 })),
    format: Type.Optional(Type.Enum(['table', 'timeseries', 'instant', 'alert'])),
    intervalMs: Type.Optional(Type.Number({ minimum: 0, maximum: 1e12 })),
    maxDataPoints: Type.Optional(Type.Number({ minimum: 1, maximum: 1e9 })),
  },
  { additionalProperties: false }
);

// The span of a JavaScript date.
const Moment = Type.Integer({ minimum: -8.64e15, maximum: 8.64e15 });

const Body = Type.Object(
  {
    queries: Type.Array(Query, { minItems: 1, maxItems: 100 }),
    timeRange: Type.Object({ from: Moment, to: Moment }, { additionalProperties: false, description: 'Epoch ms' }),
    fromAlert: Type.Optional(Type.Boolean({ default: false })),
  },
  { additionalProperties: false }
);

// Frames differ by query type: docs/queries.md shows one of each, the catalogue names their fields.
const Answer = Type.Object({ results: Type.Record(Type.String(), Type.Any()) });

const catalogue = queryTypes.map(({ name, title, help, formats, params, frames }) => ({
  name,
  title,
  help,
  alertable: isAlertable({ formats }),
  formats,
  params,
  frames,
}));

/** The query contract of the data source: Grafana's own `/api/ds/query` envelope. */
export const queryRoutes: FastifyPluginAsyncTypebox<{ services: QueryServices }> = async (app, { services }) => {
  app.post(
    '/v1/grafana/query',
    {
      schema: {
        summary: 'Data frames for Grafana',
        tags: ['grafana'],
        body: Body,
        response: { 200: Answer, '4xx': ErrorBody, '5xx': ErrorBody },
      },
    },
    async (request) => {
      const { queries, timeRange, fromAlert = false } = request.body;
      const context = { tenantId: request.auth.tenantId, timeRange, fromAlert, now: new Date(), services };
      const answers = await Promise.all(
        queries.map(async (query): Promise<[string, QueryResult]> => {
          try {
            return [query.refId, await runQuery(query, context)];
          } catch (error) {
            if (isDatabaseAway(error as Error)) throw error;
            request.log.error({ err: error, queryType: query.queryType }, 'query failed');
            return [
              query.refId,
              {
                status: 500,
                error: `${query.queryType}: something broke here; the log of the backend has the whole story`,
                errorSource: 'plugin',
              },
            ];
          }
        })
      );
      return { results: Object.fromEntries(answers) };
    }
  );

  app.get(
    '/v1/grafana/catalogue',
    {
      schema: {
        summary: 'Query types with their parameters and frames',
        tags: ['grafana'],
        response: {
          200: Type.Object({ version: Type.String(), queryTypes: Type.Array(Type.Any()) }),
          '4xx': ErrorBody,
        },
      },
    },
    async () => ({ version, queryTypes: catalogue })
  );
};
