import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { beginUpload, finishUpload, storePart } from '../ingest/uploads.ts';
import { withTenant } from '../store/connection.ts';
import { addKey } from '../store/keys.ts';
import { ensureTenant } from '../store/tenants.ts';
import { testDatabase } from '../store/testing.ts';
import type { TestDatabase } from '../store/testing.ts';
import { auth } from './auth.ts';
import { errors } from './errors.ts';
import { importAbandonRoutes } from './importAbandon.ts';

const writer = 'enc_test_writer_key';
const reader = 'enc_test_reader_key';
const stranger = 'enc_test_stranger_key';
let database: TestDatabase;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  const { db, tenantId } = database;
  const other = await ensureTenant(db, 'other');
  await withTenant(db, tenantId, async (tx) => {
    await addKey(tx, writer, 'writer', ['read', 'write']);
    await addKey(tx, reader, 'reader', ['read']);
  });
  await withTenant(db, other, (tx) => addKey(tx, stranger, 'stranger', ['read', 'write']));
  app = Fastify();
  await app.register(errors);
  await app.register(auth, { db });
  await app.register(importAbandonRoutes, { db });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const abandon = (id: string, key: string) =>
  app.inject({ method: 'DELETE', url: `/v1/imports/uploads/${id}`, headers: { authorization: `Bearer ${key}` } });

async function upload(): Promise<string> {
  const { uploadId } = await beginUpload(database.db, database.tenantId, 'a.csv');
  const bytes = Buffer.from('a,b');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await storePart(database.db, database.tenantId, { uploadId, part: 1, bytes, sha256 });
  return uploadId;
}

const finish = (id: string) => finishUpload(database.db, database.tenantId, id, async () => 'read');

describe('DELETE /v1/imports/uploads/:id', () => {
  it('lets go of an upload with its parts, and says the same the second time', async () => {
    const id = await upload();
    expect((await abandon(id, writer)).statusCode).toBe(204);
    expect((await abandon(id, writer)).statusCode).toBe(204);
    await expect(finish(id)).rejects.toMatchObject({ code: 'IMPORT_UNKNOWN_UPLOAD' });
  });

  it('is for keys that may write, and reaches no other tenant', async () => {
    const id = await upload();
    expect((await abandon(id, reader)).statusCode).toBe(403);
    expect((await abandon(id, stranger)).statusCode).toBe(204);
    await expect(finish(id)).resolves.toBe('read');
  });
});
