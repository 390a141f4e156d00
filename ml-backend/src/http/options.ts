import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { loadOptions, optionLists } from '../queries/choices.ts';
import type { OptionList } from '../queries/choices.ts';
import { plainOrEmpty, plainText } from '../queries/params.ts';
import type { Db } from '../store/connection.ts';
import { readTenant } from '../store/connection.ts';
import { ErrorBody } from './errors.ts';

const Options = Type.Object({
  options: Type.Array(
    Type.Object({ text: Type.String(), value: Type.String(), description: Type.Optional(Type.String()) })
  ),
});
const response = { 200: Options, '4xx': ErrorBody, '5xx': ErrorBody };

const Slug = Type.String({ minLength: 1, maxLength: 120, pattern: plainText });
const usual = 500;

const Filter = Type.Object(
  {
    search: Type.Optional(
      Type.String({ maxLength: 120, pattern: plainOrEmpty, description: 'Part of the name, in any case' })
    ),
    artists: Type.Optional(
      Type.Union([Slug, Type.Array(Slug, { maxItems: 500 })], {
        description: 'Only what this artist has to do with; may be given several times',
      })
    ),
    // Query parameters are text.
    limit: Type.Optional(
      Type.String({ pattern: '^([1-9]\\d{0,2}|[1-4]\\d{3}|5000)$', description: `1 to 5000, ${usual} by default` })
    ),
  },
  { additionalProperties: false }
);

const says: Record<OptionList, string> = {
  artists: 'Artists',
  metrics: 'Metrics',
  genres: 'Genres of artists and songs',
  venues: 'Venues of shows',
  platforms: 'Platforms of audience readings',
  sources: 'Importers that facts came from',
};

/** The choices behind `x-options` of the catalogue, one route a list. */
export const optionRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  for (const list of optionLists) {
    app.get(
      `/v1/grafana/options/${list}`,
      { schema: { summary: `${says[list]} to choose from`, tags: ['grafana'], querystring: Filter, response } },
      async ({ auth, query: { search = '', artists = [], limit } }) => ({
        options: await readTenant(db, auth.tenantId, (tx) =>
          loadOptions(tx, list, {
            search,
            artists: [artists].flat(),
            limit: limit ? Number(limit) : usual,
            asOf: new Date(),
          })
        ),
      })
    );
  }
};
