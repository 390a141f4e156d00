import { GraphDrawStyle, StackingConfigBuilder, StackingMode } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder, RowBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as TablePanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as TimeseriesPanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { accuracy, errors, members, notices } from './accuracyPanels.ts';
import { dashboard } from './base.ts';
import { inMonths, onlyWith, withColumns } from './columns.ts';
import { dashboards, dataSource, plugins } from './ids.ts';
import { milestones, years } from './milestonePanels.ts';
import { query } from './query.ts';
import { goals, lossMonths, risk } from './riskPanels.ts';
import { artistVariable, metricVariable } from './variables.ts';

const { uid, panels, rows } = dashboards.revenueForecast;

const confidence = new PanelBuilder()
  .type(plugins.confidence)
  .id(panels.confidence)
  .title('How much will come in over the next 12 months, and how sure is that?')
  .description(
    'History, the expected course and the ranges that hold 50, 80 and 95 of 100 outcomes. ' +
      'The header says how far off earlier forecasts were, beside simply repeating last year.'
  )
  .datasource(dataSource)
  .gridPos({ x: 0, y: 0, w: 24, h: 17 })
  .withTarget(
    query('forecast', { artist: '$artist', metric: '$metric', bucket: 'month', horizon: 12, levels: [50, 80, 95] })
  );

const sources = new TimeseriesPanelBuilder()
  .id(panels.sources)
  .title('Where does the money come from?')
  .description('Shows, merchandise and royalties, month by month, stacked.')
  .datasource(dataSource)
  .gridPos({ x: 0, y: 17, w: 14, h: 12 })
  .drawStyle(GraphDrawStyle.Bars)
  .fillOpacity(80)
  .lineWidth(0)
  .stacking(new StackingConfigBuilder().mode(StackingMode.Normal).group('A'))
  .withTarget(
    query('series', { artists: ['$artist'], metrics: ['gig_income', 'merch', 'royalties'], bucket: 'month' })
  );

const months = new TablePanelBuilder()
  .id(panels.months)
  .title('What can be planned with, month by month?')
  .description('The expected figure and the range that holds 80 of 100 outcomes, for each of the next 12 months.')
  .datasource(dataSource)
  .gridPos({ x: 14, y: 17, w: 10, h: 12 })
  .withTransformation(onlyWith('Expected'))
  .withTarget(
    query(
      'forecast',
      { artist: '$artist', metric: '$metric', bucket: 'month', horizon: 12, levels: [80], events: false },
      { format: 'table' }
    )
  );

withColumns(months, [
  { name: 'time', title: 'Month', unit: inMonths, width: 90 },
  { name: 'Expected', title: 'Expected', width: 90 },
  { name: '80% lower', title: 'At least (9 in 10)', width: 140 },
  { name: '80% upper', title: 'At most (9 in 10)', width: 140 },
]);

const row = (id: number, title: string, y: number) => new RowBuilder(title).id(id).gridPos({ x: 0, y, w: 24, h: 1 });

/** What will come in, how sure that is, where it comes from, what may go wrong, where it leads, and how good forecasts were. */
export const revenueForecast = dashboard(
  uid,
  'Revenue forecast',
  'What will come in over the next 12 months, how sure that is, what may go wrong, and how good earlier forecasts were.',
  { from: 'now-36M', to: 'now+12M' }
)
  .withVariable(artistVariable())
  .withVariable(metricVariable())
  .withPanel(confidence)
  .withPanel(sources)
  .withPanel(months)
  .withRow(row(rows.risk, 'What may go wrong', 29))
  .withPanel(risk)
  .withPanel(lossMonths)
  .withPanel(goals)
  .withRow(row(rows.milestones, 'Where it leads', 44))
  .withPanel(milestones)
  .withPanel(years)
  .withRow(row(rows.accuracy, 'How good forecasts are', 53))
  .withPanel(errors)
  .withPanel(accuracy)
  .withPanel(members)
  .withPanel(notices);
