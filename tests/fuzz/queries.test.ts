import './seed.ts';
import fc from 'fast-check';
import type { Schema } from './document.ts';
import { schemasWithin } from './document.ts';
import { broken, fitting, hostileText, hostileValue, write } from './hostile.ts';
import type { Service } from './service.ts';
import { startFuzzed } from './service.ts';

interface QueryType {
  name: string;
  params: Schema;
}

interface Result {
  status: number;
  error?: string;
  frames?: unknown[];
}

let service: Service;
let types: QueryType[];
let artist = '';

beforeAll(async () => {
  service = await startFuzzed();
  const read = async <T>(path: string) => JSON.parse((await service.ask({ method: 'GET', path })).text) as T;
  types = (await read<{ queryTypes: QueryType[] }>('/v1/grafana/catalogue')).queryTypes;
  artist = (await read<{ options: Array<{ value: string }> }>('/v1/grafana/options/artists')).options[0]?.value ?? '';
});
afterAll(() => service.close());

const eachType = (test: (type: QueryType) => Promise<void>) => async () => {
  expect(types.length).toBeGreaterThan(6);
  for (const type of types) await test(type);
};

it(
  'names the parameter of every query type that is wrong, and never fails',
  eachType(async ({ name, params }) => {
    await fc.assert(
      fc.asyncProperty(broken(params), fc.boolean(), ranges, formats, async (value, monstrous, timeRange, more) => {
        const result = await query(name, value, timeRange, more, monstrous);
        if (result && result.status !== 200) expect(result.error).toMatch(new RegExp(`^${name}(\\.[^:]*)?: .+`, 's'));
      })
    );
  })
);

it(
  'answers fitting parameters of an artist that exists, in any range and format',
  eachType(async ({ name, params }) => {
    await fc.assert(
      fc.asyncProperty(fitting(params), ranges, formats, async (value, timeRange, more) => {
        const known = Object.fromEntries(
          Object.entries(value as object).map(([key, given]: [string, unknown]) => [
            key,
            key === 'artist' ? artist : key === 'artists' ? [artist] : given,
          ])
        );
        await query(name, known, timeRange, more, false);
      }),
      { numRuns: 15 }
    );
  })
);

it(
  'refuses an unknown parameter by its name',
  eachType(async ({ name }) => {
    await fc.assert(
      fc.asyncProperty(
        hostileText.filter((text) => text.length > 0 && text.length <= 64),
        hostileValue,
        async (unknown, value) => {
          const result = await query(name, Object.fromEntries([[`zz${unknown}`.slice(0, 64), value]]), year, {}, false);
          if (result) expect(result).toMatchObject({ status: 400, error: expect.stringContaining('zz') });
        }
      ),
      { numRuns: 20 }
    );
  })
);

it(
  'refuses a NUL in any text and names the parameter',
  eachType(async ({ name, params }) => {
    for (const { schema, place } of schemasWithin(params)) {
      const [param] = place;
      if (schema.type !== 'string' || param === undefined) continue;
      const value = place.length > 1 ? ['a\u0000b'] : 'a\u0000b';
      const others = Object.fromEntries(missingOf(params).map((required) => [required, artist]));
      const result = await query(name, { ...others, [param]: value }, year, {}, false);
      expect([param, result?.status]).toEqual([param, 400]);
      expect(result?.error).toMatch(new RegExp(`^${name}\\.${param}: `));
    }
  })
);

const missingOf = ({ required = [], properties = {} }: Schema) =>
  required.filter((name) => properties[name]?.default === undefined);

const year = { from: Date.UTC(2024, 0), to: Date.UTC(2025, 0) };
const moment = fc.oneof(
  fc.constantFrom(0, -8.64e15, 8.64e15, Date.UTC(2024, 0), Date.UTC(9999, 11)),
  fc.maxSafeInteger()
);
const ranges = fc.oneof(fc.constant(year), fc.record({ from: moment, to: moment }));
const formats = fc.record(
  {
    format: fc.constantFrom('table', 'timeseries', 'instant', 'alert'),
    intervalMs: fc.constantFrom(0, 1, 1e12),
    maxDataPoints: fc.constantFrom(1, 2, 1e9),
  },
  { requiredKeys: [] }
);

/** @returns the answer of the one query; undefined where the request as a whole was refused */
async function query(queryType: string, params: unknown, timeRange: object, more: object, monstrous: boolean) {
  const body = write({ queries: [{ refId: 'A', queryType, params, ...more }], timeRange }, monstrous);
  const headers = { 'content-type': 'application/json' };
  const answer = await service.ask({ method: 'POST', path: '/v1/grafana/query', headers, body });
  const told = `${answer.status} ${answer.text.slice(0, 300)} to ${body.slice(0, 600)}`;
  if (answer.status >= 500) throw new Error(told);
  if (answer.status !== 200) return undefined;
  const result = (JSON.parse(answer.text) as { results: Record<string, Result> }).results.A;
  if (!result || result.status >= 500 || (result.status === 200) !== Array.isArray(result.frames))
    throw new Error(told);
  return result;
}
