import { getTemplateSrv } from '@grafana/runtime';
import type { ComboboxOption } from '@grafana/ui';

import type { Option, ParamSchema } from '../catalogue';
import type { EncoreDataSource } from '../datasource';

/** The dashboard's template variables as choices. */
export function variableChoices(): ComboboxOption[] {
  return getTemplateSrv()
    .getVariables()
    .map(({ name }) => ({ value: `$${name}`, label: `$${name}` }));
}

/** What a select offers: the variables, then the service's list, or else the values that the schema names. */
export async function choicesOf(dataSource: EncoreDataSource, schema: ParamSchema): Promise<ComboboxOption[]> {
  const list = schema['x-options'];
  const options: Option[] = list
    ? await dataSource.lists.options(list)
    : named(schema).map((value) => ({ value, text: value }));
  // A description that is there but undefined would still double the row's height.
  const choices = options.map(({ text, value, description }) => ({
    label: text,
    value,
    ...(description && { description }),
  }));
  return [...variableChoices(), ...choices];
}

/** Values that the schema itself names: its enum, or what a list has by default. */
function named(schema: ParamSchema): string[] {
  const usual = Array.isArray(schema.default) ? schema.default.map(String) : [];
  return schema.enum ?? schema.items?.enum ?? usual;
}
