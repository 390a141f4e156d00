import './seed.ts';
import fc from 'fast-check';
import type { Operation, Parameter } from './document.ts';
import { broken, fitting, hostileText, write } from './hostile.ts';
import { judge, refusalOf } from './judge.ts';
import type { Answer, Call, Service } from './service.ts';
import { startFuzzed } from './service.ts';

let service: Service;
beforeAll(async () => (service = await startFuzzed()));
afterAll(() => service.close());

const eachOperation = (test: (operation: Operation) => Promise<void>) => async () => {
  expect(service.operations.length).toBeGreaterThan(10);
  for (const operation of service.operations) await test(operation);
};

it(
  'answers hostile bodies with a refusal of the documented shape',
  eachOperation(async (operation) => {
    const { body } = operation;
    if (body?.type !== 'application/json') return;
    await fc.assert(
      fc.asyncProperty(broken(body.schema), fc.boolean(), calls(operation, false), async (value, monstrous, call) => {
        const headers = { ...call.headers, 'content-type': 'application/json' };
        judge(operation, await service.ask({ ...call, headers, body: write(value, monstrous) }));
      })
    );
  })
);

it(
  'answers fitting bodies as the document says',
  eachOperation(async (operation) => {
    const { body } = operation;
    if (body?.type !== 'application/json') return;
    await fc.assert(
      fc.asyncProperty(fitting(body.schema), calls(operation, false), async (value, call) => {
        const headers = { ...call.headers, 'content-type': 'application/json' };
        judge(operation, await service.ask({ ...call, headers, body: JSON.stringify(value) }));
      }),
      { numRuns: 20 }
    );
  })
);

it(
  'answers hostile text in addresses, queries and headers',
  eachOperation(async (operation) => {
    await fc.assert(
      fc.asyncProperty(calls(operation, true), async (call) => {
        const answer = await service.ask({
          ...call,
          ...(operation.body && { headers: { ...call.headers, 'content-type': operation.body.type }, body: '{}' }),
        });
        // A hostile part of an address may make another address of it.
        if (answer.status >= 400) refusalOf(answer);
      })
    );
  })
);

it(
  'takes bytes that are no JSON, and JSON that says it is something else',
  eachOperation(async (operation) => {
    const { method, path, body } = operation;
    if (!body) return;
    const types = [
      'application/json',
      'application/json; charset=utf-16',
      'text/plain',
      'application/xml',
      'multipart/form-data',
      'multipart/form-data; boundary=',
      `multipart/form-data; boundary=${'b'.repeat(300)}`,
      'application/octet-stream',
      'x',
      '',
    ];
    for (const type of types) {
      for (const bytes of [
        Buffer.alloc(0),
        Buffer.from([0xff, 0xfe, 0]),
        Buffer.from('{"a":'),
        Buffer.from('{"__proto__":{}}'),
        Buffer.from('null'),
      ]) {
        const headers = { 'content-type': type, 'x-content-sha256': 'f'.repeat(64) };
        const answer = await service.ask({ method, path: fill(path, () => aUuid), headers, body: bytes });
        expect(refusalOf(answer).statusCode).toBeGreaterThanOrEqual(400);
      }
    }
  })
);

it('tells which methods an address takes', async () => {
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];
  for (const path of new Set(service.operations.map((operation) => operation.path))) {
    const taken = service.operations.filter((operation) => operation.path === path).map(({ method }) => method);
    for (const method of methods.filter((name) => !taken.includes(name))) {
      const answer = await service.ask({
        method,
        path: fill(path, () => aUuid),
        body: method === 'GET' ? undefined : '{',
      });
      expect([path, method, refusalOf(answer).code]).toEqual([path, method, 'METHOD_UNKNOWN']);
      expect(String(answer.headers.allow).split(', ')).toEqual(expect.arrayContaining(taken));
    }
  }
});

it(
  'lets nobody in without a key, whatever stands in its place',
  eachOperation(async ({ method, path }) => {
    if (!path.startsWith('/v1/')) return;
    for (const authorization of [
      '',
      'Bearer',
      'Bearer ',
      'bearer x',
      'Bearer \t',
      `Bearer ${'x'.repeat(5_000)}`,
      'Basic eDp5',
      "Bearer ' OR 1=1 --",
    ]) {
      const answer = await service.ask({ method, path: fill(path, () => aUuid), headers: { authorization } });
      expect(refusalOf(answer).code).toBe('KEY_INVALID');
    }
  })
);

it('refuses addresses that are none', async () => {
  const paths = [
    '/%',
    '/%zz',
    '/%00',
    '/v1/%2e%2e/health',
    '/v1/../../etc/passwd',
    '//v1//health',
    `/${'a'.repeat(5_000)}`,
    '/v1/imports/%00',
    '/v1/imports/..%2f..%2f',
    '/docs/..%2f..%2fpackage.json',
    '/docs/static/..%2f..%2fpackage.json',
    '*',
    '/v1/imports/uploads/x/parts/99999',
  ];
  for (const path of paths) expect(refusalOf(await service.ask({ method: 'GET', path })).statusCode).toBeLessThan(500);
  const long: Answer = await service.ask({ method: 'GET', path: `/v1/health?${'a'.repeat(20_000)}` });
  expect(refusalOf(long)).toMatchObject({ statusCode: 431, code: 'HTTP_BROKEN' });
});

const aUuid = '01a20d21-3735-74be-9adf-73992736bfa5';
const fill = (path: string, value: (name: string) => string) =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) => value(name));

/** A call of an operation: with fitting parameters, or with hostile ones and some that it does not know. */
function calls({ method, path, parameters }: Operation, hostile: boolean): fc.Arbitrary<Call> {
  const one = ({ in: where, schema }: Parameter): fc.Arbitrary<unknown> =>
    hostile ? fc.oneof(fitting(schema), where === 'header' ? hostileHeader : hostileText) : fitting(schema);
  const values = fc.record(Object.fromEntries(parameters.map((parameter) => [parameter.name, one(parameter)])));
  const further: fc.Arbitrary<Record<string, string>> = hostile
    ? fc.dictionary(hostileText, hostileText, { maxKeys: 2 })
    : fc.constant({});
  return fc.tuple(values, further).map(([given, more]) => {
    const of = (where: string) =>
      parameters.filter((parameter) => parameter.in === where).map(({ name }) => [name, String(given[name])] as const);
    const query = [...of('query'), ...Object.entries(more)]
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .join('&');
    return {
      method,
      path: `${fill(path, (name) => encode(String(given[name])))}${query && `?${query}`}`.slice(0, 12_000),
      headers: Object.fromEntries(of('header')),
    };
  });
}

const encode = (text: string) => encodeURIComponent(text.toWellFormed());
/** Node lets no client write line breaks into a header; what it lets through, we get. */
const hostileHeader = hostileText.map((text) => text.replace(/[^\t\x20-\x7e]/g, '?').slice(0, 4_000));
