import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { formats } from '../ingest/catalogue.ts';
import type { ImportFormat } from '../ingest/format.ts';
import { templateOf } from '../ingest/template.ts';
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
      template: Type.Union([Type.String(), Type.Null()], {
        description: 'A header to begin a file with; null where the file is no table',
      }),
      ofArtist: Type.Boolean({ description: 'Its facts are those of an artist, who must be named' }),
      columns: Type.Array(Column),
    })
  ),
});

const told = (format: ImportFormat) => ({
  name: format.name,
  title: format.title,
  help: format.help,
  template: templateOf(format),
  ofArtist: format.target.scope !== 'tenant',
  columns: Object.entries(format.columns).map(([key, { title, required = false }]) => ({ key, title, required })),
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
