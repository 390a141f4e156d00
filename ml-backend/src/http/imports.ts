import multipart from '@fastify/multipart';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { EncoreError } from '../errors.ts';
import { artistsConcerned } from '../ingest/concerned.ts';
import { oneImport, recentImports } from '../ingest/history.ts';
import { byteLimits, expandedBytes } from '../ingest/read/bytes.ts';
import { mostStored } from '../ingest/report.ts';
import type { ImportOutcome } from '../ingest/request.ts';
import { importFile } from '../ingest/run.ts';
import { sweepSpool } from '../ingest/spool.ts';
import type { SpoolOptions } from '../ingest/spool.ts';
import { beginUpload, finishUpload, mostPartBytes, storePart } from '../ingest/uploads.ts';
import type { Db } from '../store/connection.ts';
import { requireRoom } from './diskFull.ts';
import { ErrorBody } from './errors.ts';
import { withImportForm } from './importForm.ts';
import { importGate } from './importGate.ts';
import * as schemas from './importSchemas.ts';
import type { ImportOptions } from './importSchemas.ts';

export interface ImportRoutesOptions {
  db: Db;
  pool: pg.Pool;
  /** Most bytes of a tenant's unfinished uploads. */
  uploadBytes?: number;
  /** Where files lie while they are imported, and how patiently they are waited for. */
  spool?: SpoolOptions;
  /** Files of the embedded database. */
  databaseDir?: string;
  /** Told after facts of an artist have changed. */
  onImported?: (artistId: string, tenantId: string) => Promise<void>;
}

// Each import holds a connection and a core; the rest of the service goes on beside them.
const mostAtOnce = 3;
const failures = { '4xx': ErrorBody, '5xx': ErrorBody } as const;
const write = { config: { scope: 'write' as const } };

/** Imports: a form in one request, or a file in parts. */
export const importRoutes: FastifyPluginAsyncTypebox<ImportRoutesOptions> = async (
  app,
  { db, pool, uploadBytes, spool, databaseDir, onImported }
) => {
  await app.register(multipart, {
    limits: { fileSize: byteLimits.fileBytes, files: 2, fields: 20, fieldSize: 10_000, parts: 22 },
  });
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: mostPartBytes },
    (_request, body, done) => done(null, body)
  );
  const gate = importGate(mostAtOnce);
  await sweepSpool(spool?.within);

  async function announce(request: FastifyRequest, outcome: ImportOutcome): Promise<void> {
    const { tenantId } = request.auth;
    try {
      for (const artistId of await artistsConcerned(db, tenantId, outcome)) await onImported?.(artistId, tenantId);
    } catch (error) {
      request.log.error({ err: error }, 'work after an import failed');
    }
  }

  async function run(
    request: FastifyRequest,
    reply: FastifyReply,
    options: ImportOptions,
    path: string,
    fileName: string
  ) {
    requireRoom(databaseDir, await expandedBytes(path));
    const { tenantId, name: key } = request.auth;
    const {
      format,
      artist: slug,
      create,
      name,
      timeZone,
      currency,
      map,
      dates,
      decimal,
      anyArtist,
      strict,
      dryRun,
    } = options;
    const stop = new AbortController();
    // Who asked has gone, or was told meanwhile that the database is away: what was read so far is rolled back.
    const left = () => stop.abort(new EncoreError('IMPORT_CANCELLED', 499, 'the import was cancelled'));
    reply.raw.once('close', left);
    try {
      const artist = slug === undefined ? undefined : { slug, create, name, timeZone, currency };
      const style = { map, dateOrder: dates, decimal, anyArtist, strict, dryRun };
      const outcome = await importFile(db, pool, {
        tenantId,
        format,
        path,
        fileName,
        artist,
        ...style,
        actor: `key:${key}`,
        signal: AbortSignal.any([stop.signal, app.ending]),
        onProgress: () => (request.patient = true),
      });
      const { importId, artistId, artistCreated, report } = outcome;
      if (!dryRun) await announce(request, outcome);
      return {
        ...report,
        format: outcome.format,
        importId: importId ?? null,
        artistId,
        artistCreated,
        rejected: report.rejected.slice(0, mostStored),
      };
    } finally {
      reply.raw.off('close', left);
    }
  }

  app.post(
    '/v1/imports',
    {
      config: { ...write.config, form: schemas.ImportForm },
      schema: {
        summary: 'Import a file',
        description: `A form (multipart/form-data) with the part \`file\` (plain or gzip) and fields: ${Object.keys(schemas.ImportOptions.properties).join(', ')}. Good rows land, bad ones are reported.`,
        tags: ['imports'],
        consumes: ['multipart/form-data'],
        response: { 200: schemas.ImportResult, ...failures },
      },
    },
    (request, reply) =>
      gate(() =>
        withImportForm(request, (options, path, fileName) => run(request, reply, options, path, fileName), spool)
      )
  );

  app.get(
    '/v1/imports',
    {
      schema: {
        summary: 'The latest imports',
        tags: ['imports'],
        querystring: schemas.ListQuery,
        response: { 200: schemas.ImportList, ...failures },
      },
    },
    async (request) => ({ imports: await recentImports(db, request.auth.tenantId, Number(request.query.limit ?? 50)) })
  );

  app.get(
    '/v1/imports/:id',
    {
      schema: {
        summary: 'One import with its rejected rows',
        tags: ['imports'],
        params: schemas.IdParams,
        response: { 200: schemas.ImportRun, ...failures },
      },
    },
    (request) => oneImport(db, request.auth.tenantId, request.params.id)
  );

  app.post(
    '/v1/imports/uploads',
    {
      ...write,
      schema: {
        summary: 'Begin an upload in parts',
        tags: ['imports'],
        body: schemas.NewUpload,
        response: { 201: schemas.UploadBegun, ...failures },
      },
    },
    async (request, reply) => {
      const { uploadId, expiresAt } = await beginUpload(db, request.auth.tenantId, request.body.fileName);
      return reply.code(201).send({ uploadId, expiresAt: expiresAt.toISOString(), partBytes: mostPartBytes });
    }
  );

  app.put(
    '/v1/imports/uploads/:id/parts/:n',
    {
      config: { ...write.config, bytes: mostPartBytes },
      bodyLimit: mostPartBytes,
      schema: {
        summary: 'Send one part (application/octet-stream, at most 8 MB); a part that is sent again replaces the first',
        tags: ['imports'],
        consumes: ['application/octet-stream'],
        params: schemas.PartParams,
        headers: schemas.PartHeaders,
        response: { 200: schemas.PartStored, ...failures },
      },
    },
    async (request) => {
      const { id, n } = request.params;
      const bytes = request.body;
      if (!Buffer.isBuffer(bytes))
        throw new EncoreError('IMPORT_BAD_PART', 415, 'send the part as application/octet-stream', 'content-type');
      requireRoom(databaseDir, bytes.length);
      const sha256 = request.headers['x-content-sha256'];
      await storePart(db, request.auth.tenantId, { uploadId: id, part: Number(n), bytes, sha256 }, uploadBytes);
      return { part: Number(n), bytes: bytes.length };
    }
  );

  app.post(
    '/v1/imports/uploads/:id/finish',
    {
      ...write,
      schema: {
        summary: 'Import what was uploaded in parts',
        tags: ['imports'],
        params: schemas.IdParams,
        body: schemas.ImportOptions,
        response: { 200: schemas.ImportResult, ...failures },
      },
    },
    (request, reply) =>
      gate(() =>
        finishUpload(
          db,
          request.auth.tenantId,
          request.params.id,
          (path, fileName) => run(request, reply, request.body, path, fileName),
          spool
        )
      )
  );
};
