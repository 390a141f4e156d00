import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { listArtists } from '../store/artists.ts';
import type { Db } from '../store/connection.ts';
import { withTenant } from '../store/connection.ts';
import { metrics } from '../store/metrics.ts';
import { ErrorBody } from './errors.ts';

const Options = Type.Object({
  options: Type.Array(
    Type.Object({ text: Type.String(), value: Type.String(), description: Type.Optional(Type.String()) })
  ),
});
const response = { 200: Options, '4xx': ErrorBody, '5xx': ErrorBody };

/** The choices behind `x-options` of the catalogue. */
export const optionRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/v1/grafana/options/artists',
    { schema: { summary: 'Artists to choose from', tags: ['grafana'], response } },
    async (request) => {
      const artists = await withTenant(db, request.auth.tenantId, listArtists);
      return {
        options: artists.map(({ name, slug, genre }) => ({
          text: name,
          value: slug,
          ...(genre && { description: genre }),
        })),
      };
    }
  );

  app.get(
    '/v1/grafana/options/metrics',
    { schema: { summary: 'Metrics to choose from', tags: ['grafana'], response } },
    async () => ({
      options: metrics.map(({ name, title, help }) => ({ text: title, value: name, description: help })),
    })
  );
};
