import { PanelBuilder as BarChartPanelBuilder } from '@grafana/grafana-foundation-sdk/barchart';
import { PanelBuilder as BarGaugePanelBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import {
  BarGaugeDisplayMode,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizOrientation,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as TablePanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { keepOnly, withColumns } from './columns.ts';
import { dashboards, dataSource } from './ids.ts';
import { query } from './query.ts';

const { panels } = dashboards.revenueForecast;

const subject = { artist: '$artist', metric: '$metric' };

export const errors = new BarChartPanelBuilder()
  .id(panels.errors)
  .title('Is the forecast better than repeating last year?')
  .description(
    'The same model at six earlier moments, with what lay before each, against what came. An error of 1 is as large as the ' +
      'usual change from one year to the next; shorter bars are better.'
  )
  .datasource(dataSource)
  .gridPos({ x: 0, y: 54, w: 12, h: 8 })
  .min(0)
  .showValue(VisibilityMode.Always)
  .legend(
    new VizLegendOptionsBuilder().showLegend(true).displayMode(LegendDisplayMode.List).placement(LegendPlacement.Bottom)
  )
  .xField('Ahead')
  .xTickLabelMaxLength(20)
  .withTransformation(keepOnly(['Ahead', 'Error (MASE)', '“Same as last year”']))
  .withTarget(query('forecast_explanation', { ...subject, show: 'backtest' }, { format: 'table' }));

export const accuracy = new TablePanelBuilder()
  .id(panels.accuracy)
  .title('How good were earlier forecasts?')
  .description(
    'Every forecast is kept and checked when its months are complete. Of 100 outcomes, 80 should lie inside the 80% range.'
  )
  .datasource(dataSource)
  .gridPos({ x: 12, y: 54, w: 12, h: 8 })
  .withTarget(query('forecast_accuracy', { artists: ['$artist'], metrics: ['$metric'] }, { format: 'table' }));

withColumns(accuracy, [
  { name: 'Ahead', title: 'Ahead', width: 95 },
  {
    name: 'Measured on',
    title: 'Measured on',
    width: 110,
    words: { backtest: 'Backtest', 'stored forecasts': 'Shown here' },
  },
  { name: 'Checked', title: 'Checked', width: 80 },
  { name: 'Error (MASE)', title: 'Error', width: 70, decimals: 2 },
  { name: '“Same as last year”', title: 'Last year’s', width: 90, decimals: 2 },
  { name: 'Inside the 80% range', title: 'In 80%', width: 75 },
  { name: 'Inside the 95% range', title: 'In 95%', width: 75 },
]);

export const members = new BarGaugePanelBuilder()
  .id(panels.members)
  .title('What is the forecast made of?')
  .description('Methods that take part, and how much each has to say: those with smaller errors in the past have more.')
  .datasource(dataSource)
  .gridPos({ x: 0, y: 62, w: 12, h: 10 })
  .orientation(VizOrientation.Horizontal)
  .displayMode(BarGaugeDisplayMode.Basic)
  .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Fixed).fixedColor('blue'))
  .min(0)
  .reduceOptions(new ReduceDataOptionsBuilder().values(true).calcs([]).fields(''))
  .withTransformation(keepOnly(['Method', 'Weight']))
  // A field with a name of its own heads every bar; each is of another method.
  .overrideByName('Weight', [{ id: 'displayName', value: '${__data.fields[0]}' }])
  .withTarget(query('forecast_explanation', { ...subject, show: 'members' }, { format: 'table' }));

export const notices = new TablePanelBuilder()
  .id(panels.notices)
  .title('What should be kept in mind?')
  .description('What the facts or the forecast want said: gaps, short histories, methods that stood in for others.')
  .datasource(dataSource)
  .gridPos({ x: 12, y: 62, w: 12, h: 10 })
  .withTarget(query('forecast_explanation', { ...subject, show: 'notices' }, { format: 'table' }));

withColumns(notices, [
  { name: 'Kind', title: 'Kind', width: 90, words: { info: 'Note', warning: 'Warning' } },
  { name: 'To keep in mind', title: 'To keep in mind' },
]);
