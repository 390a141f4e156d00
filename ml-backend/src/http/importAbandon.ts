import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Db } from '../store/connection.ts';
import { withTenant } from '../store/connection.ts';
import { dropUpload } from '../store/uploads.ts';
import { ErrorBody } from './errors.ts';
import { IdParams } from './importSchemas.ts';

/** Lets go of an upload that nobody will finish: only so many may be open, and parts take room until they expire. */
export const importAbandonRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.delete(
    '/v1/imports/uploads/:id',
    {
      config: { scope: 'write' as const },
      schema: {
        summary: 'Let go of an upload; one that is not there is let go of already',
        tags: ['imports'],
        params: IdParams,
        response: { 204: Type.Null(), '4xx': ErrorBody, '5xx': ErrorBody },
      },
    },
    async (request, reply) => {
      await withTenant(db, request.auth.tenantId, (tx) => dropUpload(tx, request.params.id));
      return reply.code(204).send(null);
    }
  );
};
