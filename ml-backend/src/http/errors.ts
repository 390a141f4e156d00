import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { Type } from 'typebox';
import { EncoreError } from '../errors.ts';
import { brokenForm, isBrokenForm } from './brokenForm.ts';
import { diskFull, isDiskFull } from './diskFull.ts';
import { methodsOf } from './methods.ts';
import { explainInvalid } from './invalid.ts';

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

export interface ErrorOptions {
  /** Files of the embedded database: when the disk there is full, that is why the database is away. */
  databaseDir?: string;
}

/** One answer for every failure; what is not ours to explain is logged whole and told in general words. */
export const errors = fp<ErrorOptions>(async (app, { databaseDir }) => {
  const methods = methodsOf(app);
  app.setErrorHandler((error: FastifyError | EncoreError, request, reply) =>
    answer(error, request, reply, databaseDir)
  );
  app.setNotFoundHandler((request, reply) => answer(methods.unknown(request, reply), request, reply, databaseDir));
});

/** For what fails before a route is found: an address that cannot be decoded or is too long. */
export const frameworkErrors = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void =>
  void answer(error, request, reply);

function answer(error: FastifyError | EncoreError, request: FastifyRequest, reply: FastifyReply, databaseDir?: string) {
  const { statusCode, code, message, field } = explain(error, databaseDir);
  if (statusCode >= 500) request.log.error({ err: error }, message);
  if (statusCode === 503) reply.header('retry-after', '2');
  // Closed at once, a connection takes the answer with it when the caller is still sending.
  if (statusCode === 413 && Number(request.headers['content-length']) < mostDiscarded) reply.removeHeader('connection');
  return reply
    .code(statusCode)
    .type('application/json; charset=utf-8')
    .send({ statusCode, code, error: errorNames[statusCode] ?? 'Error', message, ...(field && { field }) });
}

/** Bytes of a body that is too large, which are read and thrown away so that its sender gets to read the answer. */
const mostDiscarded = 64 * 1024 ** 2;

export const errorNames: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Payload Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
  507: 'Insufficient Storage',
};

export interface Explanation {
  statusCode: number;
  code: string;
  message: string;
  field?: string | undefined;
}

/** The database does not answer: 503, as every route says it. */
export const databaseAway = () =>
  new EncoreError(
    'DATABASE_AWAY',
    503,
    'the database does not answer, or has more to do than it can; it is tried again with the next request'
  );

function explain(error: FastifyError | EncoreError, databaseDir?: string): Explanation {
  const away = isDatabaseAway(error) || (error instanceof EncoreError && error.code === 'DATABASE_AWAY');
  if (isDiskFull(error, away ? databaseDir : undefined)) return diskFull(error);
  if (away) return databaseAway();
  if (error instanceof EncoreError) return error;
  if (isBrokenForm(error)) return brokenForm();
  if (error.validation) return explainInvalid(error);
  // A form that is none is the wrong type of content, not an answer that cannot be accepted.
  const statusCode = error.statusCode === 406 ? 415 : (error.statusCode ?? 500);
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
