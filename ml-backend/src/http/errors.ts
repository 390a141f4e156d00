import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { Type } from 'typebox';
import { EncoreError } from '../errors.ts';

export const ErrorBody = Type.Object(
  {
    statusCode: Type.Integer(),
    code: Type.String(),
    error: Type.String(),
    message: Type.String(),
    field: Type.Optional(Type.String()),
  },
  { $id: 'Error', description: 'What is wrong, where, and what to do' }
);

/** One answer for every failure; what is not ours to explain is logged whole and told in general words. */
export const errors = fp(async (app) => {
  app.setErrorHandler((error: FastifyError | EncoreError, request, reply) => answer(error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    answer(
      new EncoreError(
        'ROUTE_UNKNOWN',
        404,
        `there is no ${request.method} ${request.url.split('?')[0]}; see /docs for what there is`
      ),
      request,
      reply
    )
  );
});

function answer(error: FastifyError | EncoreError, request: FastifyRequest, reply: FastifyReply) {
  const { statusCode, code, message, field } = explain(error);
  if (statusCode >= 500) request.log.error({ err: error }, message);
  if (statusCode === 503) reply.header('retry-after', '2');
  return reply
    .code(statusCode)
    .send({ statusCode, code, error: names[statusCode] ?? 'Error', message, ...(field && { field }) });
}

const names: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

interface Explanation {
  statusCode: number;
  code: string;
  message: string;
  field?: string;
}

function explain(error: FastifyError | EncoreError): Explanation {
  if (error instanceof EncoreError)
    return { statusCode: error.statusCode, code: error.code, message: error.message, field: error.field };
  if (isDatabaseAway(error)) {
    return {
      statusCode: 503,
      code: 'DATABASE_AWAY',
      message: 'the database does not answer; it is tried again with the next request',
    };
  }
  if (error.validation) {
    const [first] = error.validation;
    const extra = first?.params as { additionalProperty?: string; missingProperty?: string } | undefined;
    const field = [
      error.validationContext,
      ...(first?.instancePath.split('/').slice(1) ?? []),
      extra?.additionalProperty ?? extra?.missingProperty,
    ]
      .filter(Boolean)
      .join('.');
    const reason = extra?.additionalProperty
      ? `there is no field "${extra.additionalProperty}"; leave it out`
      : (first?.message ?? error.message);
    return { statusCode: 400, code: 'REQUEST_INVALID', message: `${field}: ${reason}`, field };
  }
  const statusCode = error.statusCode ?? 500;
  if (statusCode < 500 || statusCode === 503)
    return { statusCode, code: error.code ?? 'REQUEST_INVALID', message: error.message };
  return {
    statusCode: 500,
    code: 'INTERNAL',
    message: 'something broke here; the log of the backend has the whole story',
  };
}

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  '53300',
]);

/** A connection that cannot be had or was cut, as `pg` tells it: by code, or by words where it has no code. */
export function isDatabaseAway(error: Error & { code?: string }): boolean {
  return (
    awayCodes.has(error.code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message
    )
  );
}
