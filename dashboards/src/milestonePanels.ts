import { PanelBuilder as TablePanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { inMonths, withColumns } from './columns.ts';
import { dashboards, dataSource } from './ids.ts';
import { query } from './query.ts';

const { panels } = dashboards.revenueForecast;

export const milestones = new TablePanelBuilder()
  .id(panels.milestones)
  .title('When will round numbers and goals be passed?')
  .description(
    'Sums count from the first known month on, goals from the month in which they were set. Half of the simulated futures ' +
      'have passed a milestone in the expected month, 1 in 10 in the earliest and 9 in 10 in the latest; an empty cell lies beyond 36 months.'
  )
  .datasource(dataSource)
  .gridPos({ x: 0, y: 45, w: 13, h: 8 })
  .withTarget(query('milestones', { artist: '$artist', metric: '$metric' }, { format: 'table' }));

withColumns(milestones, [
  { name: 'Milestone', title: 'Milestone' },
  { name: 'Expected', title: 'Expected', unit: inMonths, width: 90 },
  { name: 'Chance by then', title: 'Chance', width: 110, decimals: 0, bar: true },
  { name: 'By', title: 'By', unit: inMonths, width: 90 },
  { name: 'Earliest (1 in 10)', title: 'Earliest', unit: inMonths, width: 90 },
  { name: 'Latest (9 in 10)', title: 'Latest', unit: inMonths, width: 90 },
]);

export const years = new TablePanelBuilder()
  .id(panels.years)
  .title('Where do the next three years lead?')
  .description('Whole years ahead and the range that holds 80 of 100 outcomes: the farther ahead, the wider.')
  .datasource(dataSource)
  .gridPos({ x: 13, y: 45, w: 11, h: 8 })
  .withTarget(query('milestones', { artist: '$artist', metric: '$metric', show: 'years' }, { format: 'table' }));

withColumns(years, [
  { name: 'Year', title: 'Year', width: 125 },
  { name: 'Middle', title: 'Middle', width: 95 },
  { name: 'At least (9 in 10)', title: 'At least (9 in 10)', width: 130 },
  { name: 'At most (9 in 10)', title: 'At most (9 in 10)', width: 130 },
  { name: 'Width of the range', title: 'Width', decimals: 0, width: 80 },
]);
