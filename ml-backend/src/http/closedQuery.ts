import fp from 'fastify-plugin';
import { Type } from 'typebox';

interface Named {
  querystring?: unknown;
}

/** A route under /v1 that names no query parameters takes none: a misspelt one is refused by its name. */
export const closedQuery = fp(async (app) => {
  app.addHook('onRoute', (route) => {
    const schema: Named | undefined = route.schema;
    if (!route.url.startsWith('/v1/') || !schema || schema.querystring) return;
    route.schema = { ...schema, querystring: Type.Object({}, { additionalProperties: false }) };
  });
});
