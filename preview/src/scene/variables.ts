import {
  ConstantVariable,
  CustomVariable,
  QueryVariable,
  SceneVariableSet,
  TextBoxVariable,
  type SceneVariable,
} from '@grafana/scenes';
import type { VariableJson } from './dashboardJson.ts';

/** The dashboard's variables; kinds that the suite does not use (ad hoc filters, intervals) are left out. */
export function toVariables(list: VariableJson[] = []): SceneVariableSet {
  return new SceneVariableSet({ variables: list.flatMap((json) => toVariable(json) ?? []) });
}

function toVariable(json: VariableJson): SceneVariable | undefined {
  const { type, name, label, description, hide, multi: isMulti, includeAll, allValue, current } = json;
  const common = { name, label, description: description ?? null, hide };
  const choice = { ...common, isMulti, includeAll, allValue, value: current?.value ?? '', text: current?.text ?? '' };
  const text = typeof json.query === 'string' ? json.query : '';
  switch (type) {
    case 'query': {
      const { query = '', datasource, refresh, sort, regex } = json;
      return new QueryVariable({ ...choice, query, datasource, refresh, sort, regex });
    }
    case 'custom':
      return new CustomVariable({ ...choice, query: text });
    case 'constant':
      return new ConstantVariable({ ...common, value: text });
    case 'textbox':
      return new TextBoxVariable({ ...common, value: text });
    default:
      return undefined;
  }
}
