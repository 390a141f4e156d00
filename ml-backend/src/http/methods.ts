import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { EncoreError } from '../errors.ts';

export interface Methods {
  /** What to say to a request that no route takes; an address that takes other methods names them in `allow`. */
  unknown: (request: FastifyRequest, reply: FastifyReply) => EncoreError;
}

/** Remembers which address takes which methods, from all routes that are registered after this. */
export function methodsOf(app: FastifyInstance): Methods {
  const known: Array<{ url: string; path: RegExp; methods: string[] }> = [];
  app.addHook('onRoute', ({ url, method }) => {
    known.push({ url, path: patternOf(url), methods: [method].flat() });
  });
  const unknown: Methods['unknown'] = (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const fitting = known.filter((route) => route.path.test(path));
    // An address that a route names is not meant for the parameter of another one.
    const named = fitting.filter((route) => !/[:*]/.test(route.url));
    const allowed = (named.length > 0 ? named : fitting).flatMap(({ methods }) => methods);
    if (allowed.length === 0) {
      return new EncoreError(
        'ROUTE_UNKNOWN',
        404,
        `there is no ${request.method} ${path}; see /docs for what there is`
      );
    }
    const list = [...new Set(allowed)].sort().join(', ');
    reply.header('allow', list);
    return new EncoreError('METHOD_UNKNOWN', 405, `${path} does not take ${request.method}; it takes ${list}`);
  };
  const isNamed = ({ routeOptions, url }: FastifyRequest) =>
    routeOptions.url?.includes(':') && known.some((route) => route.url === url.split('?')[0]);
  // Before a body is read: what nobody takes needs none, whatever it says of its content.
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404 && !request.url.startsWith('/v1/')) throw unknown(request, reply);
  });
  app.addHook('preParsing', async (request, reply) => {
    if (request.is404 || isNamed(request)) throw unknown(request, reply);
  });
  return { unknown };
}

/** `/v1/imports/:id` and `/preview/*` as expressions over addresses, with or without a slash at the end. */
function patternOf(url: string): RegExp {
  const source = url
    .replace(/\/$/, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replace(/:[^/]+/g, '[^/]+');
  return new RegExp(`^${source}/?$`);
}
