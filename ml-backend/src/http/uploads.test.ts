import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { ClientRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { expireUploads } from '../jobs/expireUploads.ts';
import { withTenant } from '../store/connection.ts';
import { addKey } from '../store/keys.ts';
import { testDatabase } from '../store/testing.ts';
import type { TestDatabase } from '../store/testing.ts';
import { countUploads } from '../store/uploads.ts';
import { auth } from './auth.ts';
import { draining } from './draining.ts';
import { errors } from './errors.ts';
import { importRoutes } from './imports.ts';

const key = 'enc_test_writer_key';
const megabyte = 1024 ** 2;
const quota = 10 * megabyte;

let database: TestDatabase;
let app: FastifyInstance;
let address: string;
let spool: string;

beforeAll(async () => {
  spool = await mkdtemp(join(tmpdir(), 'encore-uploads-test-'));
  database = await testDatabase();
  const { db, pool, tenantId } = database;
  await withTenant(db, tenantId, (tx) => addKey(tx, key, 'writer', ['read', 'write']));
  app = Fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } });
  await app.register(draining);
  await app.register(errors);
  await app.register(auth, { db });
  await app.register(importRoutes, { db, pool, uploadBytes: quota, spool: { within: spool, silentMs: 3_000 } });
  address = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  await database.close();
  await rm(spool, { recursive: true, force: true });
});

const bearer = { authorization: `Bearer ${key}` };
const head = [
  '--cut',
  'Content-Disposition: form-data; name="artist"',
  '',
  'mira',
  '--cut',
  'Content-Disposition: form-data; name="create"',
  '',
  'true',
  '--cut',
  'Content-Disposition: form-data; name="file"; filename="ledger.csv"',
  'Content-Type: text/csv',
  '',
  'date,amount,currency\n2024-01-01,5,EUR\n',
].join('\r\n');
const tail = '2024-01-02,6,EUR\n\r\n--cut--\r\n';

/** A form of which half is sent; the rest comes with `end(tail)`. */
function halfAForm(): { request: ClientRequest; answer: Promise<{ status?: number; body: string }> } {
  const headers = { ...bearer, 'content-type': 'multipart/form-data; boundary=cut' };
  const request = httpRequest(`${address}/v1/imports`, { method: 'POST', headers });
  const answer = new Promise<{ status?: number; body: string }>((resolve, reject) => {
    request.on('error', reject).on('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (piece) => (body += piece));
      response.on('end', () => resolve({ status: response.statusCode, body }));
    });
  });
  answer.catch(() => undefined);
  request.write(head);
  return { request, answer };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 20) {
    if (waited > 10_000) throw new Error('it did not come to that in ten seconds');
    await sleep(20);
  }
}
const spooled = async (count: number) => (await readdir(spool)).length === count;
const count = async (table: string) => {
  const query = sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`;
  return (await withTenant(database.db, database.tenantId, (tx) => query.execute(tx))).rows[0]!.n;
};

describe('a form that arrives slowly', () => {
  it('leaves nothing on disk and nothing imported when its sender goes away', async () => {
    const { request, answer } = halfAForm();
    await until(() => spooled(1));
    request.destroy();
    await expect(answer).rejects.toThrow();
    await until(() => spooled(0));
    for (const table of ['import_run', 'ledger_entry', 'artist'])
      expect([table, await count(table)]).toEqual([table, 0]);
  });

  it('is let in before others, who are told at once and not after their file', async () => {
    const inside = [halfAForm(), halfAForm(), halfAForm()];
    await until(() => spooled(3));
    const late = halfAForm();
    const { status, body } = await late.answer;
    expect({ status, ...JSON.parse(body) }).toMatchObject({ status: 503, code: 'IMPORT_BUSY' });
    expect(await spooled(3)).toBe(true);
    late.request.destroy();
    for (const { request } of inside) request.end(tail);
    const answers = await Promise.all(inside.map(({ answer }) => answer));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    await until(() => spooled(0));
    const next = halfAForm();
    next.request.end(tail);
    expect(await next.answer).toMatchObject({ status: 200 });
  });
});

describe('a form that stops arriving', () => {
  it('is given up, so that it keeps nobody waiting', async () => {
    const { answer, request } = halfAForm();
    const { status, body } = await answer;
    expect({ status, ...JSON.parse(body) }).toMatchObject({ status: 408, code: 'IMPORT_STALLED' });
    await until(() => spooled(0));
    request.destroy();
  });
});

describe('an upload in parts', () => {
  const begin = async () => {
    const headers = { ...bearer, 'content-type': 'application/json' };
    const body = '{"fileName":"big.csv"}';
    const answer = await fetch(`${address}/v1/imports/uploads`, { method: 'POST', body, headers });
    return ((await answer.json()) as { uploadId: string }).uploadId;
  };
  const put = async (id: string, n: number, bytes: Buffer) => {
    const headers = {
      ...bearer,
      'content-type': 'application/octet-stream',
      'x-content-sha256': createHash('sha256').update(bytes).digest('hex'),
    };
    const body = new Uint8Array(bytes);
    const answer = await fetch(`${address}/v1/imports/uploads/${id}/parts/${n}`, { method: 'PUT', body, headers });
    return { status: answer.status, ...((await answer.json()) as object) };
  };
  const expire = (id: string) =>
    withTenant(database.db, database.tenantId, (tx) =>
      sql`UPDATE import_upload SET expires_at = now() - interval '1 second' WHERE upload_id = ${id}`.execute(tx)
    );
  const full = Buffer.alloc(8 * megabyte, 'x');

  it('expires after a day', async () => {
    const id = await begin();
    const { rows } = await withTenant(database.db, database.tenantId, (tx) =>
      sql<{
        hours: number;
      }>`SELECT extract(epoch FROM expires_at - now())::float8 / 3600 AS hours FROM import_upload`.execute(tx)
    );
    expect(rows[0]!.hours).toBeCloseTo(24, 1);
    expect(await put(id, 1, Buffer.from(head))).toMatchObject({ status: 200 });
    await expire(id);
    const gone = {
      status: 404,
      code: 'IMPORT_UNKNOWN_UPLOAD',
      message: expect.stringContaining('expired after 24 hours'),
    };
    expect(await put(id, 2, Buffer.from(tail))).toMatchObject(gone);
    const headers = { ...bearer, 'content-type': 'application/json' };
    const options = { method: 'POST', body: '{"artist":"mira"}', headers };
    const finish = await fetch(`${address}/v1/imports/uploads/${id}/finish`, options);
    expect(await finish.json()).toMatchObject({ statusCode: 404, code: 'IMPORT_UNKNOWN_UPLOAD' });
  });

  it('is removed with its parts by the hourly job once it has expired', async () => {
    const id = await begin();
    await put(id, 1, Buffer.from(head));
    await expire(id);
    const { db, owner } = database;
    const logger = { info: () => undefined };
    const context = { db, owner, logger } as unknown as Parameters<typeof expireUploads.run>[0];
    await expireUploads.run(context, undefined as never);
    expect([await count('import_upload'), await count('import_upload_part')]).toEqual([0, 0]);
  });

  it('takes no more than the tenant may hold in all of its unfinished uploads', async () => {
    const [first, second] = [await begin(), await begin()];
    expect(await put(first, 1, full)).toMatchObject({ status: 200 });
    expect(await put(second, 1, full)).toMatchObject({
      status: 413,
      code: 'IMPORT_UPLOADS_FULL',
      message: expect.stringMatching(/^unfinished uploads hold 8 of 10 MB; finish or delete one/),
    });
    expect(await put(first, 1, full)).toMatchObject({ status: 200 });
    expect(await put(second, 1, full.subarray(0, 2 * megabyte))).toMatchObject({ status: 200 });
    await expire(first);
    expect(await put(second, 1, full)).toMatchObject({ status: 200 });
    expect(await withTenant(database.db, database.tenantId, countUploads)).toBe(1);
  });

  it('shares the room with parts that come at the same moment', async () => {
    await withTenant(database.db, database.tenantId, (tx) => sql`DELETE FROM import_upload`.execute(tx));
    const id = await begin();
    const answers = await Promise.all([put(id, 1, full), put(id, 2, full)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 413]);
  });
});
