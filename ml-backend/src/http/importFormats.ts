import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { formats } from '../ingest/catalogue.ts';
import type { ImportFormat } from '../ingest/format.ts';
import { ErrorBody } from './errors.ts';

const Column = Type.Object({
  key: Type.String({ description: 'What `map` calls it' }),
  title: Type.String({ description: 'As the source writes it' }),
  required: Type.Boolean(),
});
const Formats = Type.Object({
  formats: Type.Array(
    Type.Object({
      name: Type.String(),
      title: Type.String(),
      help: Type.String(),
      ofArtist: Type.Boolean({ description: 'Its facts are those of an artist, who must be named' }),
      columns: Type.Array(Column),
    })
  ),
});

const told = ({ name, title, help, target, columns }: ImportFormat) => ({
  name,
  title,
  help,
  ofArtist: target.scope !== 'tenant',
  columns: Object.entries(columns).map(([key, { title, required = false }]) => ({ key, title, required })),
});

/** What can be imported, for whoever offers a choice of formats. */
export const importFormatRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/imports/formats',
    {
      schema: {
        summary: 'Formats of files that can be imported, with their columns',
        tags: ['imports'],
        response: { 200: Formats, '4xx': ErrorBody },
      },
    },
    async () => ({ formats: formats.map(told) })
  );
};
