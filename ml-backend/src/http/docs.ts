import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fp from 'fastify-plugin';
import { queryTypes } from '../queries/index.ts';
import { version } from '../version.ts';

/** OpenAPI under /docs. Query types are listed from the catalogue. */
export const docs = fp(async (app) => {
  await app.register(swagger, {
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
