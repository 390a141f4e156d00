import type { Option, QueryTypeInfo } from '../catalogue';
import type { EncoreQuery, Params } from '../types';

/**
 * A query that answers at once: what must be given and has no default is the first choice of its list, or of what the
 * schema names; everything else stays at its default.
 */
export function exampleOf(
  type: QueryTypeInfo,
  lists: Record<string, Option[]>
): Pick<EncoreQuery, 'queryType' | 'params' | 'format'> {
  const params: Params = {};
  for (const name of type.params.required ?? []) {
    const schema = type.params.properties?.[name] ?? {};
    const first = lists[schema['x-options'] ?? '']?.[0]?.value ?? schema.enum?.[0] ?? schema.items?.enum?.[0];
    if (schema.default === undefined && first !== undefined) {
      params[name] = schema['x-multi'] || schema.type === 'array' ? [first] : first;
    }
  }
  return { queryType: type.name, params, format: undefined };
}
