import fc from 'fast-check';
import type { Schema } from './document.ts';

/** Text that has hurt somebody somewhere. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff\ud800',
    '\u202e\ufeff\u2028',
    "'; DROP TABLE encore.artist; --",
    "' OR '1'='1",
    '$1',
    '../../../../etc/passwd',
    '..\\..\\windows',
    '%00',
    '%2e%2e%2f',
    '${jndi:ldap://x}',
    '{{7*7}}',
    '<script>alert(1)</script>',
    'NaN',
    'Infinity',
    '-0',
    '1e400',
    '0x7fffffff',
    'null',
    'undefined',
    '__proto__',
    'constructor',
    'toString',
    '2016-12-31T23:59:60Z',
    '9999-99-99T99:99:99Z',
    '00000000-0000-0000-0000-000000000000'
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 1, max: 20_000 }).map((length) => 'x'.repeat(length)),
  fc.constantFrom('𝕏', 'İ', 'ß', 'é').map((letter) => letter.repeat(300))
);

/** Any JSON value but what is asked for. Numbers beyond JSON arrive as they are written: see `write`. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  fc.constantFrom(null, true, false, 0, -0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324, 8.64e15 + 1),
  fc.constantFrom<unknown>([], {}, [[]], [null], { length: 1e9 }, { toString: 1 }, { then: 'x' }),
  fc.integer({ min: 1, max: 2_000 }).map((length) => Array.from({ length }, () => 0)),
  fc
    .integer({ min: 1, max: 200 })
    .map((count) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]))),
  fc.integer({ min: 1, max: 400 }).map((depth) => nested(depth)),
  fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' })
);

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { a: value };
  return value;
}

/** A value that fits a schema; of what a schema leaves open only little is tried. */
export function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fitting));
  if (schema.properties || schema.type === 'object') return fittingObject(schema);
  if (schema.type === 'array') {
    const { items = {}, minItems = 0, maxItems = 3 } = schema;
    return fc.array(fitting(items), { minLength: minItems, maxLength: Math.max(minItems, Math.min(3, maxItems)) });
  }
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer') {
    return fc.integer({ min: Math.max(schema.minimum ?? 0, -1e9), max: Math.min(schema.maximum ?? 100, 1e9) });
  }
  if (schema.type === 'number') {
    const above = schema.exclusiveMinimum ?? schema.minimum ?? 0;
    return fc.integer({ min: above + 1, max: Math.min(schema.maximum ?? 100, 1e9) });
  }
  if (schema.type === 'string') return fittingText(schema);
  return fc.jsonValue({ maxDepth: 2 });
}

function fittingText({ format, pattern, minLength = 0, maxLength = 20 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time') return fc.constant('2024-02-29T12:00:00Z');
  if (pattern) return fc.stringMatching(new RegExp(pattern)).map((text) => text.slice(0, maxLength));
  return fc.string({ minLength, maxLength: Math.min(maxLength, 20) });
}

function fittingObject({ properties = {}, required = [] }: Schema): fc.Arbitrary<Record<string, unknown>> {
  const shape = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, fitting(inner)]));
  return fc.record(shape, { requiredKeys: required }) as fc.Arbitrary<Record<string, unknown>>;
}

/** A fitting value with one thing in it wrong, or something altogether different. */
export function broken(schema: Schema): fc.Arbitrary<unknown> {
  const spoilt = fc
    .tuple(fitting(schema), fc.array(fc.nat(), { maxLength: 6 }), hostileValue, fc.constantFrom('put', 'drop', 'add'))
    .map(([value, steps, bad, how]) => spoil(value, steps, bad, how));
  return fc.oneof({ weight: 6, arbitrary: spoilt }, { weight: 1, arbitrary: hostileValue });
}

function spoil(value: unknown, steps: number[], bad: unknown, how: string): unknown {
  if (typeof value !== 'object' || value === null || steps.length === 0) return bad;
  const names = Object.keys(value);
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
  const [step = 0, ...rest] = steps;
  if (names.length === 0 || (rest.length === 0 && how === 'add')) {
    copy[`unknown${step % 10}`] = bad;
    return copy;
  }
  const name = names[step % names.length] ?? '';
  if (rest.length === 0 && how === 'drop') delete copy[name];
  else copy[name] = spoil(copy[name], rest, bad, how);
  return copy;
}

/** JSON in which some numbers are such that JSON can write and no machine can hold. */
export const write = (value: unknown, monstrous: boolean): string => {
  const text = JSON.stringify(value) ?? '';
  return monstrous ? text.replace(/:(-?\d+)/, ':$1e999') : text;
};
