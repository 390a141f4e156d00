import { Type } from 'typebox';
import type { Static, TNumber, TInteger, TObject } from 'typebox';
import { Value } from 'typebox/value';
import { badRequest } from '../errors.ts';

/** Where a search looks for a parameter's best value; `log` draws orders of magnitude evenly. */
export interface SearchRange {
  from: number;
  to: number;
  log?: boolean;
}

// A type and not an interface: TypeBox takes options that have an index signature.
type Limits = {
  description: string;
  default: number;
  minimum: number;
  maximum: number;
  search?: SearchRange;
};

/** A number that a user or a search may set. */
export const real = (limits: Limits): TNumber => Type.Number(limits);

/** A whole number that a user or a search may set. */
export const whole = (limits: Limits): TInteger => Type.Integer(limits);

/**
 * Parameters with the defaults for what is not given.
 * @throws EncoreError LEARNER_BAD_PARAMETER names the parameter and its limits
 */
export function withDefaults<T extends TObject>(schema: T, given: object): Static<T> {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(schema.properties, name)) {
      const known = Object.keys(schema.properties).join(', ');
      throw badRequest('LEARNER_BAD_PARAMETER', `there is no parameter "${name}"; known are ${known}`, name);
    }
  }
  const filled = Value.Default(schema, { ...given });
  if (Value.Check(schema, filled)) return filled;
  const [error] = Value.Errors(schema, filled);
  const name = error?.instancePath.slice(1) ?? '';
  const value = (filled as Record<string, unknown>)[name];
  throw badRequest('LEARNER_BAD_PARAMETER', `${name} = ${String(value)}: ${error?.message ?? 'is not valid'}`, name);
}

/** A parameter that a search may set. */
export interface Dimension extends SearchRange {
  name: string;
  /** Whole numbers only. */
  whole: boolean;
}

/** What a search looks through: the parameters of a schema that say where. */
export function searchSpace(schema: TObject): Dimension[] {
  return Object.entries(schema.properties).flatMap(([name, property]) => {
    const { search, type } = property as { search?: SearchRange; type?: string };
    return search ? [{ name, whole: type === 'integer', ...search }] : [];
  });
}
