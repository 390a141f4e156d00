import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyContextConfig } from 'fastify';
import fp from 'fastify-plugin';
import type { TSchema } from 'typebox';
import { queryTypes } from '../queries/index.ts';
import { version } from '../version.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Fields of a form, which the route reads and checks by itself. */
    form?: TSchema;
    /** The body is plain bytes, at most so many. */
    bytes?: number;
  }
}

/** A body that no schema of the route checks is told here, so that OpenAPI knows of it. */
function documentedBody({ form, bytes }: FastifyContextConfig = {}) {
  if (form) return { body: form, consumes: ['multipart/form-data'] };
  if (bytes) return { body: { type: 'string', format: 'binary', maxLength: bytes }, consumes: [octets] };
  return {};
}

const octets = 'application/octet-stream';

/** OpenAPI under /docs. Query types are listed from the catalogue. */
export const docs = fp(async (app) => {
  await app.register(swagger, {
    transform: ({ schema, url, route }) => ({ schema: { ...schema, ...documentedBody(route.config) }, url }),
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Encore',
        version,
        description: `A musician's career and its forecast.\n\nQuery types:\n${queryTypes.map(({ name, help }) => `- \`${name}\`: ${help}`).join('\n')}`,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      security: [{ key: [] }],
    },
  });
  await app.register(swaggerUi, { routePrefix: '/docs' });
});
