import './seed.ts';
import type { Operation, Schema } from './document.ts';
import { schemasWithin } from './document.ts';
import { refusalOf } from './judge.ts';
import type { Service } from './service.ts';
import { startFuzzed } from './service.ts';

let service: Service;
let catalogue: Array<{ name: string; params: Schema }>;

beforeAll(async () => {
  service = await startFuzzed();
  const { text } = await service.ask({ method: 'GET', path: '/v1/grafana/catalogue' });
  catalogue = (JSON.parse(text) as { queryTypes: typeof catalogue }).queryTypes;
});
afterAll(() => service.close());

const json = { 'content-type': 'application/json' };
const post = (path: string, body: string, headers: object = json) =>
  service.ask({ method: 'POST', path, headers: { ...headers }, body });
const aUuid = '01a20d21-3735-74be-9adf-73992736bfa5';
const fill = (path: string) => path.replace('{id}', aUuid).replace('{n}', '1');
const withBody = () =>
  service.operations.filter(
    (operation): operation is Required<Operation> => operation.body?.type === 'application/json'
  );

it('has a limit in every schema of a request', () => {
  const all = [
    ...service.operations.flatMap(({ name, body, parameters }) => [
      ...(body ? [{ name, schema: body.schema }] : []),
      ...parameters.map((parameter) => ({ name: `${name} ${parameter.name}`, schema: parameter.schema })),
    ]),
    ...catalogue.map(({ name, params }) => ({ name: `query ${name}`, schema: params })),
  ];
  const open = all.flatMap(({ name, schema }) =>
    [...schemasWithin(schema)]
      .filter((within) => !isLimited(within.schema))
      .map(({ place }) => [name, ...place].join(' '))
  );
  expect(open).toEqual([]);
});

it('refuses an unknown field anywhere in a body by its name', async () => {
  for (const { path, body, method } of withBody()) {
    for (const { schema, place } of schemasWithin(body.schema)) {
      if (!schema.properties) continue;
      const value = minimal(body.schema);
      at(value, place).zzUnknown = 1;
      const answer = await service.ask({ method, path: fill(path), headers: json, body: JSON.stringify(value) });
      expect(refusalOf(answer)).toMatchObject({
        statusCode: 400,
        code: 'REQUEST_INVALID',
        message: expect.stringContaining('"zzUnknown"'),
      });
    }
  }
});

it('refuses an unknown query parameter by its name', async () => {
  for (const { method, path, body } of service.operations.filter((operation) => operation.path.startsWith('/v1/'))) {
    const headers = { ...(body && { 'content-type': body.type }), 'x-content-sha256': 'f'.repeat(64) };
    const content = body && (body.type === 'application/json' ? JSON.stringify(minimal(body.schema)) : 'x');
    const answer = await service.ask({ method, path: `${fill(path)}?zzUnknown=1`, headers, body: content });
    expect([path, refusalOf(answer).field]).toEqual([path, 'querystring.zzUnknown']);
  }
});

it('refuses a NUL in any text of a body and names the field', async () => {
  for (const { path, body, method } of withBody()) {
    for (const { schema, place } of schemasWithin(body.schema)) {
      if (schema.type !== 'string' || place.includes('*')) continue;
      const value = minimal(body.schema);
      at(value, place.slice(0, -1))[place.at(-1) ?? ''] = 'a\u0000b';
      const answer = await service.ask({ method, path: fill(path), headers: json, body: JSON.stringify(value) });
      expect(refusalOf(answer)).toMatchObject({ statusCode: 400, field: ['body', ...place].join('.') });
    }
  }
});

it('refuses a NUL in any field of a form and names it', async () => {
  const operation = service.operations.find(({ body }) => body?.type === 'multipart/form-data');
  for (const name of Object.keys(operation?.body?.schema.properties ?? {})) {
    if (name === 'file') continue;
    const fields: Record<string, string> = {
      format: 'ledger',
      artist: 'nova-parade',
      dryRun: 'true',
      [name]: name === 'map' ? 'date=a\u0000b' : 'a\u0000b',
    };
    const answer = await sendForm(fields, 'date,amount,currency\n2024-01-01,1.00,USD\n');
    expect([name, refusalOf(answer)]).toEqual([
      name,
      expect.objectContaining({ statusCode: 400, field: expect.stringMatching(new RegExp(`^${name}`)) }),
    ]);
  }
});

it.each([
  ['nothing', ''],
  ['a picture', '\x89PNG\r\n\x1a\n\u0000\u0000'],
  ['NULs', 'date,amount\n\u0000,\u0000\n'],
  ['a header alone', 'date,amount,currency\n'],
  ['a quote that never ends', `date,amount,currency\n"${'x'.repeat(200_000)}`],
  ['a line without an end', 'x'.repeat(2_000_000)],
  ['ten thousand columns', Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',')],
])('refuses or reports a file that holds %s', async (_what, content) => {
  const answer = await sendForm({ artist: 'nova-parade', create: 'true', dryRun: 'true', format: 'ledger' }, content);
  if (answer.status !== 200) expect(refusalOf(answer).statusCode).toBeLessThan(500);
});

it('refuses forms that break off, in any place', async () => {
  const whole = form({ artist: 'x', format: 'ledger' }, 'date,amount\n');
  for (let length = 0; length < whole.length - 4; length += 7) {
    const answer = await post('/v1/imports', whole.slice(0, length), multipart);
    expect(refusalOf(answer).statusCode).toBe(400);
  }
});

it('refuses more fields and files than a form may have', async () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`f${i}`, 'x']));
  expect(refusalOf(await sendForm(many, 'x')).statusCode).toBeLessThan(500);
  expect(refusalOf(await sendForm({ artist: 'x'.repeat(20_000), format: 'ledger' }, 'x')).statusCode).toBeLessThan(500);
});

it('refuses bodies that are too large before it reads them whole', async () => {
  const large = JSON.stringify({ fileName: 'x'.repeat(1_200_000) });
  for (const { path, method } of withBody()) {
    expect(refusalOf(await service.ask({ method, path: fill(path), headers: json, body: large })).statusCode).toBe(413);
  }
  const part = { 'content-type': 'application/octet-stream', 'x-content-sha256': 'f'.repeat(64) };
  const call = {
    method: 'PUT',
    path: `/v1/imports/uploads/${aUuid}/parts/1`,
    headers: part,
    body: Buffer.alloc(9_000_000),
  };
  expect(refusalOf(await service.ask(call)).statusCode).toBe(413);
});

it.each([
  ['brackets', '['.repeat(100_000)],
  ['braces', '{"a":'.repeat(20_000)],
  ['brackets in a parameter', `{"queries":[{"refId":"A","queryType":"series","params":{"a":${'['.repeat(100_000)}`],
])('refuses 100 kB of %s in less than 10 ms', async (_what, body) => {
  const took: number[] = [];
  for (let i = 0; i < 51; i++) {
    const began = performance.now();
    const answer = await post('/v1/grafana/query', body);
    took.push(performance.now() - began);
    expect(refusalOf(answer)).toMatchObject({ statusCode: 400, code: 'JSON_TOO_DEEP' });
  }
  expect(took.sort((a, b) => a - b)[25]).toBeLessThan(10);
});

/** Nothing of its kind can be larger than the schema says. */
function isLimited(schema: Schema): boolean {
  if (schema.enum ?? schema.const ?? schema.anyOf) return true;
  if (schema.type === 'array') return schema.maxItems !== undefined;
  if (schema.type === 'integer' || schema.type === 'number') {
    return (
      (schema.minimum ?? schema.exclusiveMinimum) !== undefined &&
      (schema.maximum ?? schema.exclusiveMaximum) !== undefined
    );
  }
  if (schema.type === 'string') {
    return (
      schema.maxLength !== undefined ||
      schema.format === 'uuid' ||
      (schema.pattern !== undefined && !/[*+]|,\}/.test(schema.pattern))
    );
  }
  if (schema.type === 'object') return schema.additionalProperties === false || schema.maxProperties !== undefined;
  return schema.type === 'boolean' || schema.type === undefined;
}

/** The least that fits the schema. */
function minimal(schema: Schema): Record<string, unknown> {
  return Object.fromEntries(
    (schema.required ?? []).map((name) => [name, least(schema.properties?.[name] ?? {}, name)])
  );
}

function least(schema: Schema, name: string): unknown {
  if (schema.enum) return schema.enum[0];
  if (schema.properties) return minimal(schema);
  if (schema.type === 'array') return [least(schema.items ?? {}, name)];
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 0;
  return schema.type === 'boolean' ? false : 'x';
}

function at(value: Record<string, unknown>, place: string[]): Record<string, unknown> {
  return place.reduce((inner, name) => (inner[name] ??= {}) as Record<string, unknown>, value);
}

const boundary = 'edge';
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` };
const sendForm = (fields: Record<string, string>, content: string) =>
  post('/v1/imports', form(fields, content), multipart);

function form(fields: Record<string, string>, content: string): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  );
  return `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="f.csv"\r\n\r\n${content}\r\n--${boundary}--\r\n`;
}
