import { dateOf } from './testing.ts';
import type { FieldSchema, FrameJson } from '../frames/frame.ts';
import { queryTypes } from './index.ts';
import { testQueries } from './testing.ts';
import type { TestQueries } from './testing.ts';
import type { QueryFormat } from './type.ts';

let queries: TestQueries;
beforeAll(async () => {
  queries = await testQueries();
  for (const slug of ['ada', 'bo', 'silent']) {
    const artist = await queries.artist({ slug, name: slug === 'bo' ? 'ada' : slug, genre: 'folk' });
    if (slug === 'silent') continue;
    const months = Array.from({ length: 30 }, (_, i) => dateOf(2023, 6 + i, 5));
    await queries.facts(
      artist,
      'ledger_entry',
      months.map((occurred_at, i) => ({ occurred_at, amount: String(50 + (i % 12)) }))
    );
    await queries.facts(
      artist,
      'gig',
      months.map((occurred_at) => ({ occurred_at, venue_name: 'Hall', heads: 10, tour: 'Tour' }))
    );
    await queries.facts(artist, 'audience_reading', [
      { occurred_at: dateOf(2025, 3, 1), metric: 'followers', value: 7 },
      ...months.map((occurred_at, i) => ({ occurred_at, metric: 'listeners', value: 100 + i })),
    ]);
    await queries.facts(artist, 'release', [{ occurred_at: dateOf(2025, 3, 1), title: 'Blue' }]);
  }
});
afterAll(() => queries.close());

const paramsOf = ({ params }: (typeof queryTypes)[number]) => ('artist' in params.properties ? { artist: 'ada' } : {});
const cases = queryTypes.flatMap((query) =>
  query.formats.flatMap((format) => [true, false].map((fromAlert) => ({ query, name: query.name, format, fromAlert })))
);
const readable = cases.filter(
  ({ query, format, fromAlert }) =>
    !fromAlert ||
    (query.formats.includes('alert') && (query.name === 'series' || ['alert', 'instant'].includes(format)))
);

describe('every query type in every format', () => {
  it.each(readable)(
    '$name as $format, for an alert: $fromAlert, is a frame that Grafana can read',
    async ({ query, format, fromAlert }) => {
      const frames = await queries.frames(query.name, paramsOf(query), { format, fromAlert });
      expect(frames.length).toBeGreaterThan(0);
      for (const frame of frames) checkFrame(frame);
      checkFormat(frames, format);
    }
  );

  it.each(readable.filter(({ query }) => !('artist' in query.params.properties)))(
    '$name as $format, for an alert: $fromAlert, is whole without any artist',
    async ({ query, format, fromAlert }) => {
      const empty = await testQueries();
      const frames = await empty.frames(query.name, {}, { format, fromAlert });
      expect(frames.length).toBeGreaterThan(0);
      await empty.close();
    }
  );

  it.each(queryTypes)('$name answers its first format unless another is asked for', async (query) => {
    const usual = await queries.frames(query.name, paramsOf(query));
    expect(await queries.frames(query.name, paramsOf(query), { format: query.formats[0] })).toEqual(usual);
  });

  it.each(queryTypes)('$name refuses every other format by name', async (query) => {
    for (const format of ['table', 'timeseries', 'instant', 'alert'] as const) {
      if (query.formats.includes(format)) continue;
      expect(await queries.error(query.name, paramsOf(query), { format })).toMatch(
        new RegExp(`^${query.name}\\.format: `)
      );
    }
  });

  it.each(queryTypes)(
    '$name is asked by an alert rule for its alert format, or says that it has none',
    async (query) => {
      const error = await queries.error(query.name, paramsOf(query), { fromAlert: true });
      if (!query.formats.includes('alert'))
        expect(error).toMatch(
          /\.format: ".*" has no number to alert on; use one of series, forecast, risk, milestones$/
        );
      else checkFormat(await queries.frames(query.name, paramsOf(query), { fromAlert: true }), 'alert');
    }
  );
});

it('gives an alert every artist, also those without a fact, one number each', async () => {
  const [frame] = await queries.frames('series', {}, { fromAlert: true });
  expect(frame!.data.values).toEqual([
    ['ada', 'bo', 'silent'].sort(byName),
    ['revenue', 'revenue', 'revenue'],
    expect.anything(),
  ]);
  expect(frame!.data.values[2]).toContain(0);
});

it('refuses a band in an alert rule: it has more numbers than one', async () => {
  for (const format of ['timeseries', 'table'] as const)
    expect(await queries.error('forecast', { artist: 'ada' }, { fromAlert: true, format })).toMatch(
      /^forecast\.format: a rule takes one number/
    );
});

// Artists come by name, and two of them share one.
const byName = (a: string, b: string) => (a === 'silent' ? 1 : b === 'silent' ? -1 : a.localeCompare(b));

function checkFrame({ schema, data }: FrameJson) {
  expect(Object.keys({ schema, data })).toEqual(['schema', 'data']);
  if (schema.fields.length === 0) return expect(schema.meta?.notices?.length).toBeGreaterThan(0);
  expect(schema.meta).toMatchObject({
    type: expect.stringMatching(/^(table|numeric-long|timeseries-(wide|long))$/),
    typeVersion: [0, 1],
  });
  expect(new Set(data.values.map(({ length }) => length)).size).toBe(1);
  const names = schema.fields.map(({ name, labels, config }) =>
    JSON.stringify([config?.displayNameFromDS ?? name, labels])
  );
  expect(new Set(names).size).toBe(names.length);
  schema.fields.forEach((field, index) => checkField(field, data.values[index]!));
}

const kinds: Record<string, [string, (value: unknown) => boolean]> = {
  time: ['time.Time', Number.isInteger],
  number: ['float64', Number.isFinite],
  string: ['string', (value) => typeof value === 'string'],
  boolean: ['bool', (value) => typeof value === 'boolean'],
};

function checkField({ type, typeInfo }: FieldSchema, values: unknown[]) {
  const [frame, isRight] = kinds[type]!;
  expect(typeInfo.frame).toBe(frame);
  expect(values.filter((value) => value === null).length > 0 && !typeInfo.nullable).toBe(false);
  expect(values.every((value) => value === null || isRight(value))).toBe(true);
}

function checkFormat(frames: FrameJson[], format: QueryFormat) {
  const [{ schema, data }] = frames as [FrameJson];
  const of = (type: string) => schema.fields.filter((field) => field.type === type);
  if (format === 'alert' || format === 'instant') {
    expect(frames).toHaveLength(1);
    expect(schema.meta).toMatchObject({ type: 'numeric-long', typeVersion: [0, 1] });
    expect([of('number').length, of('time').length, of('boolean').length]).toEqual([1, 0, 0]);
    const rows = data.values[0]!.map((_, row) =>
      schema.fields.flatMap(({ type }, f) => (type === 'string' ? data.values[f]![row] : [])).join('|')
    );
    expect(new Set(rows).size).toBe(rows.length);
  }
  if (format === 'timeseries') {
    expect(schema.meta!.type).toBe('timeseries-wide');
    expect(schema.fields[0]).toMatchObject({ type: 'time', typeInfo: { nullable: false } });
    const times = data.values[0] as number[];
    expect(times.every((time, i) => i === 0 || time > times[i - 1]!)).toBe(true);
  }
}
