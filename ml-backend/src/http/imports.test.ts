import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { withTenant } from '../store/connection.ts';
import { addKey } from '../store/keys.ts';
import { ensureTenant } from '../store/tenants.ts';
import { testDatabase } from '../store/testing.ts';
import type { TestDatabase } from '../store/testing.ts';
import { auth } from './auth.ts';
import { draining } from './draining.ts';
import { errors } from './errors.ts';
import { importRoutes } from './imports.ts';

const writer = 'enc_test_writer_key';
const reader = 'enc_test_reader_key';
const stranger = 'enc_test_stranger_key';
const csv = 'date,amount,currency,source\n2024-01-01,5,USD,Shop\n2024-13-01,5,USD,Shop\n';
const fields = { format: 'ledger', artist: 'mira', create: 'true' };

let database: TestDatabase;
let app: FastifyInstance;
let address: string;
const imported: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const { db, pool, tenantId } = database;
  const other = await ensureTenant(db, 'other');
  await withTenant(db, tenantId, async (tx) => {
    await addKey(tx, writer, 'writer', ['read', 'write']);
    await addKey(tx, reader, 'reader', ['read']);
  });
  await withTenant(db, other, (tx) => addKey(tx, stranger, 'stranger', ['read', 'write']));
  app = Fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } });
  await app.register(draining);
  await app.register(errors);
  await app.register(auth, { db });
  await app.register(importRoutes, { db, pool, onImported: async (artistId) => void imported.push(artistId) });
  address = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at as they come
type Json = any;

async function ask(
  method: string,
  path: string,
  body?: string | FormData,
  { key = writer, type, ...headers }: Record<string, string> = {}
) {
  const extra = type ? { 'content-type': type } : {};
  const answer = await fetch(`${address}${path}`, {
    method,
    body,
    headers: { authorization: `Bearer ${key}`, ...extra, ...headers },
  });
  return { status: answer.status, json: (await answer.json()) as Json };
}

function form(content: string | Buffer | undefined, values: Record<string, string>) {
  const data = new FormData();
  if (content !== undefined) data.append('file', new Blob([content]), 'ledger.csv');
  // Fields behind the file are read too.
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return data;
}

const json = { type: 'application/json' };

describe('POST /v1/imports', () => {
  it('imports a form and says what became of each row', async () => {
    const { status, json } = await ask('POST', '/v1/imports', form(csv, fields));
    expect({ status, json }).toMatchObject({
      status: 200,
      json: { read: 2, added: 1, rejectedCount: 1, artistCreated: true },
    });
    expect(json.rejected).toEqual([
      {
        file: 'ledger.csv',
        line: 3,
        column: 'date',
        value: '2024-13-01',
        code: 'IMPORT_BAD_DATE',
        reason: '"2024-13-01" is not a date; write it as 2024-01-31',
      },
    ]);
    expect(imported).toContain(json.artistId);
    const again = await ask('POST', '/v1/imports', form(gzipSync(csv), fields));
    expect(again.json).toMatchObject({ added: 0, unchanged: 1, artistCreated: false });
  });

  it('finds the format by the header when none is named', async () => {
    const { status, json } = await ask('POST', '/v1/imports', form(csv, { artist: 'mira', create: 'true' }));
    expect({ status, json }).toMatchObject({ status: 200, json: { format: 'ledger', read: 2 } });
    expect(await ask('POST', '/v1/imports', form('a,b\n1,2\n', { artist: 'mira' }))).toMatchObject({
      status: 400,
      json: { code: 'IMPORT_FORMAT_UNKNOWN', field: 'format' },
    });
  });

  it('takes exchange rates without an artist, and tells those who are paid in other currencies', async () => {
    const { json: mira } = await ask('POST', '/v1/imports', form(csv, fields));
    const abroad = { ...fields, artist: 'abroad', currency: 'EUR' };
    const { json: paidInDollars } = await ask('POST', '/v1/imports', form(csv, abroad));
    imported.length = 0;
    const rates = 'date,base,quote,rate,source\n2024-01-31,EUR,USD,1.08,ECB\n';
    expect(await ask('POST', '/v1/imports', form(rates, {}))).toMatchObject({
      status: 200,
      json: { format: 'fx', artistId: null, added: 1 },
    });
    expect(imported).toEqual([paidInDollars.artistId]);
    expect(imported).not.toContain(mira.artistId);
  });

  it('books the money of another artist only for who says that it is meant', async () => {
    await ask('POST', '/v1/imports', form(csv, fields));
    const statement =
      'Reporting Date\tSale Month\tStore\tArtist\tTitle\tEarnings (USD)\n2024-03-10\t2024-01\tSpotify\tOthers\tOne\t0.03\n';
    expect(await ask('POST', '/v1/imports', form(statement, { artist: 'mira' }))).toMatchObject({
      status: 400,
      json: { code: 'IMPORT_OTHER_ARTISTS', field: 'artist', message: expect.stringContaining('is of "Others"') },
    });
    expect(await ask('POST', '/v1/imports', form(statement, { artist: 'mira', anyArtist: 'true' }))).toMatchObject({
      status: 200,
      json: { added: 1, notices: [{ code: 'IMPORT_FORMAT_DETECTED' }, { code: 'IMPORT_OTHER_ARTISTS' }] },
    });
  });

  it('only reports when it is dry', async () => {
    const told = imported.length;
    const { json } = await ask('POST', '/v1/imports', form(csv, { ...fields, artist: 'nobody', dryRun: 'true' }));
    expect(json).toMatchObject({ importId: null, added: 1 });
    expect(imported).toHaveLength(told);
  });

  it.each([
    ['an unknown artist', csv, { ...fields, artist: 'mirra', create: 'false' }, 404, 'IMPORT_UNKNOWN_ARTIST', 'artist'],
    ['an unknown format', csv, { ...fields, format: 'nope' }, 400, 'REQUEST_INVALID', 'format'],
    ['an unknown field', csv, { ...fields, colour: 'red' }, 400, 'REQUEST_INVALID', 'colour'],
    ['a missing field', csv, { format: 'ledger' }, 400, 'IMPORT_NO_ARTIST', 'artist'],
    ['no file', undefined, fields, 400, 'IMPORT_NO_FILE', 'file'],
    ['a strict import with a bad row', csv, { ...fields, strict: 'true' }, 400, 'IMPORT_STRICT', 'strict'],
    ['a missing column', 'date\n2024-01-01\n', fields, 400, 'IMPORT_MISSING_COLUMN', 'amount'],
  ])('refuses %s and names the field', async (_what, content, values, status, code, field) => {
    const answer = await ask('POST', '/v1/imports', form(content, values));
    expect(answer).toMatchObject({ status, json: { statusCode: status, code, field, message: expect.any(String) } });
  });

  it('needs a form and a key that may write', async () => {
    expect(await ask('POST', '/v1/imports', '{}', json)).toMatchObject({ status: 415 });
    expect(await ask('POST', '/v1/imports', form(csv, fields), { key: reader })).toMatchObject({
      status: 403,
      json: { code: 'SCOPE_MISSING' },
    });
    expect(await ask('POST', '/v1/imports', form(csv, fields), { key: 'wrong' })).toMatchObject({ status: 401 });
  });
});

describe('GET /v1/imports', () => {
  it('lists the imports of the tenant and shows one with its rejected rows', async () => {
    const { json: made } = await ask('POST', '/v1/imports', form(csv, fields));
    const { json: list } = await ask('GET', '/v1/imports?limit=1', undefined, { key: reader });
    expect(list.imports).toEqual([expect.objectContaining({ importId: made.importId, status: 'done', read: 2 })]);
    const one = await ask('GET', `/v1/imports/${made.importId}`);
    expect(one.json).toMatchObject({ fileName: 'ledger.csv', rejected: [{ line: 3 }] });
    expect(await ask('GET', `/v1/imports/${made.importId}`, undefined, { key: stranger })).toMatchObject({
      status: 404,
    });
    expect((await ask('GET', '/v1/imports', undefined, { key: stranger })).json).toEqual({ imports: [] });
  });
});

describe('an upload in parts', () => {
  const sha = (part: string) => createHash('sha256').update(part).digest('hex');
  const put = (id: string, n: number, part: string, hash = sha(part), key = writer) =>
    ask('PUT', `/v1/imports/uploads/${id}/parts/${n}`, part, {
      key,
      type: 'application/octet-stream',
      'x-content-sha256': hash,
    });
  const begin = async () =>
    (await ask('POST', '/v1/imports/uploads', '{"fileName":"big.csv"}', json)).json.uploadId as string;
  const finish = (id: string, options: object) =>
    ask('POST', `/v1/imports/uploads/${id}/finish`, JSON.stringify(options), json);

  it('is put together in the order of its numbers and imported once', async () => {
    const id = await begin();
    expect(await put(id, 2, csv.slice(40))).toMatchObject({ status: 200, json: { part: 2, bytes: csv.length - 40 } });
    const options = { format: 'ledger', artist: 'parts', create: true };
    expect(await finish(id, options)).toMatchObject({
      status: 409,
      json: { code: 'IMPORT_MISSING_PART', message: expect.stringContaining('part 1') },
    });
    await put(id, 1, 'wrong');
    await put(id, 1, csv.slice(0, 40));
    expect(await finish(id, { ...options, artist: 'Not A Slug' })).toMatchObject({ status: 400 });
    expect(await finish(id, options)).toMatchObject({
      status: 200,
      json: { added: 1, rejected: [{ file: 'big.csv' }] },
    });
    expect(await finish(id, options)).toMatchObject({ status: 404, json: { code: 'IMPORT_UNKNOWN_UPLOAD' } });
  });

  it('refuses a part that is damaged, too large or of somebody else', async () => {
    const id = await begin();
    expect(await put(id, 1, 'abc', sha('abd'))).toMatchObject({ status: 400, json: { code: 'IMPORT_BAD_PART' } });
    expect(await put(id, 0, 'abc')).toMatchObject({ status: 400 });
    expect(await put(id, 1, 'abc', 'no hash')).toMatchObject({
      status: 400,
      json: { field: 'headers.x-content-sha256' },
    });
    expect(await put(id, 1, 'x'.repeat(8 * 1024 ** 2 + 1))).toMatchObject({ status: 413 });
    expect(await put(id, 1, 'x'.repeat(8 * 1024 ** 2))).toMatchObject({ status: 200 });
    expect(await put(id, 1, 'abc', sha('abc'), stranger)).toMatchObject({ status: 404 });
  });
});
