import { QueryVariableBuilder, VariableRefresh, VariableSort } from '@grafana/grafana-foundation-sdk/dashboard';
import { dataSource } from './ids.ts';

/** The artist that a dashboard is about: one at a time, the first of the roster until somebody chooses. */
export const artistVariable = () =>
  optionsVariable('artist', 'Artist', 'artists').description('Whose career the panels show.');

/** The figure that a forecast is about; revenue until somebody chooses. */
export const metricVariable = () =>
  optionsVariable('metric', 'Figure', 'metrics')
    .description('Which figure is forecast: revenue, streams, followers …')
    .current({ selected: true, text: 'Revenue', value: 'revenue' });

/** A variable filled by the data source: `kind` names the list that it asks for. */
function optionsVariable(name: string, label: string, kind: 'artists' | 'metrics') {
  return new QueryVariableBuilder(name)
    .label(label)
    .datasource(dataSource)
    .query({ kind, refId: `variable-${name}` })
    .definition(kind)
    .refresh(VariableRefresh.OnDashboardLoad)
    .sort(VariableSort.Disabled)
    .multi(false)
    .includeAll(false);
}
