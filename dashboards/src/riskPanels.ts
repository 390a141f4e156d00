import { PanelBuilder as BarChartPanelBuilder } from '@grafana/grafana-foundation-sdk/barchart';
import {
  BigValueColorMode,
  BigValueGraphMode,
  ReduceDataOptionsBuilder,
  VisibilityMode,
  VizLegendOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as StatPanelBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TablePanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { inDays, inMonths, keepOnly, withColumns } from './columns.ts';
import { dashboards, dataSource } from './ids.ts';
import { query } from './query.ts';

const { panels } = dashboards.revenueForecast;

const horizon = 12;

/** Four figures of what may be left after all is paid. */
export const risk = new StatPanelBuilder()
  .id(panels.risk)
  .title('Could the next 12 months end in a loss?')
  .description(
    'Net income: what is left of all that comes in after all that is paid. The reserve lasts in 19 of 20 simulated futures; ' +
      'the worst 1 in 20 is the mean of the worst outcomes.'
  )
  .datasource(dataSource)
  .gridPos({ x: 0, y: 30, w: 24, h: 5 })
  .colorMode(BigValueColorMode.None)
  .graphMode(BigValueGraphMode.None)
  .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']).fields('').values(false))
  .noValue('not known')
  .withTransformation(
    keepOnly([
      'Chance of a loss',
      'Chance of less than before',
      'At least (9 in 10)',
      'Worst 1 in 20, on average',
      'Reserve needed (19 in 20)',
    ])
  )
  .withTarget(query('risk', { artists: ['$artist'], metric: 'net', horizon }, { format: 'table' }));

export const lossMonths = new BarChartPanelBuilder()
  .id(panels.lossMonths)
  .title('Which months could lose money?')
  .description('The chance that more is paid than comes in, for each of the next 12 months.')
  .datasource(dataSource)
  .gridPos({ x: 0, y: 35, w: 12, h: 9 })
  .min(0)
  .max(1)
  .unit('percentunit')
  .decimals(0)
  .showValue(VisibilityMode.Always)
  .legend(new VizLegendOptionsBuilder().showLegend(false))
  .xField('time')
  // The builder's own 0 leaves an ellipsis of every label.
  .xTickLabelMaxLength(20)
  .xTickLabelSpacing(60)
  .overrideByName('time', [
    { id: 'unit', value: inMonths },
    { id: 'displayName', value: 'Month' },
  ])
  .withTransformation(keepOnly(['time', 'Chance of a loss']))
  .withTarget(query('risk', { artists: ['$artist'], metric: 'net', horizon, show: 'months' }, { format: 'table' }));

export const goals = new TablePanelBuilder()
  .id(panels.goals)
  .title('Which goals are at risk?')
  .description('Open goals, the least likely first. Below 35% a goal is at risk.')
  .datasource(dataSource)
  .gridPos({ x: 12, y: 35, w: 12, h: 9 })
  .withTarget(query('risk', { artists: ['$artist'], show: 'goals' }, { format: 'table' }));

withColumns(goals, [
  { name: 'Goal', title: 'Goal' },
  { name: 'Figure', title: 'Figure', width: 110 },
  { name: 'Due', title: 'Due', unit: inDays, width: 110 },
  { name: 'Chance', title: 'Chance', width: 150, decimals: 0, bar: true },
]);
