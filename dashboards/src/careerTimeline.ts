import { PanelBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as TablePanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { dashboard } from './base.ts';
import { inDays, inMonths, sortedBy, withColumns } from './columns.ts';
import { dashboards, dataSource, plugins } from './ids.ts';
import { query } from './query.ts';
import { artistVariable } from './variables.ts';

const { uid, panels } = dashboards.careerTimeline;

const timeline = new PanelBuilder()
  .type(plugins.timeline)
  .id(panels.timeline)
  .title('What happened when, and what is due next')
  .description(
    'Stages, tours, shows, releases, milestones, goals and unusual periods on one time axis. ' +
      'Everything right of the dashed line is planned or expected. Drag or scroll to zoom; the whole dashboard follows.'
  )
  .datasource(dataSource)
  .gridPos({ x: 0, y: 0, w: 24, h: 23 })
  .withTarget(query('timeline', { artists: ['$artist'] }));

const shows = new TablePanelBuilder()
  .id(panels.shows)
  .title('Which shows were played, and which are booked?')
  .description('One row a show in the chosen time, the latest first. Shows without a date stand at the end.')
  .datasource(dataSource)
  .gridPos({ x: 0, y: 23, w: 14, h: 12 })
  .filterable(true)
  .withTransformation(sortedBy('time', true))
  .withTarget(query('gigs', { artists: ['$artist'], undated: true }, { format: 'table' }));

withColumns(shows, [
  { name: 'time', title: 'Date', unit: inDays, width: 110 },
  { name: 'venue', title: 'Venue' },
  { name: 'city', title: 'City' },
  { name: 'country', title: 'Country', width: 90 },
  { name: 'tour', title: 'Tour' },
  {
    name: 'status',
    title: 'Status',
    width: 90,
    words: { played: 'Played', booked: 'Booked', offered: 'Offered', cancelled: 'Cancelled', moved: 'Moved' },
  },
  { name: 'songs', title: 'Songs', width: 70 },
  { name: 'heads', title: 'People', width: 80 },
  { name: 'fill', title: 'Full', width: 70, decimals: 0 },
  { name: 'gross', title: 'Gross', width: 90 },
  { name: 'currency', title: 'Currency', width: 80 },
]);

const songs = new TablePanelBuilder()
  .id(panels.songs)
  .title('Which songs carry the set?')
  .description('The songs played most often over the whole career, and how the audience took them where that is known.')
  .datasource(dataSource)
  .gridPos({ x: 14, y: 23, w: 10, h: 12 })
  .withTarget(query('songs', { artists: ['$artist'], limit: 25 }, { format: 'table' }));

withColumns(songs, [
  { name: 'title', title: 'Song' },
  { name: 'plays', title: 'Played', width: 120, bar: true },
  { name: 'first', title: 'First', unit: inMonths, width: 90 },
  { name: 'last', title: 'Latest', unit: inMonths, width: 90 },
  { name: 'engagement', title: 'Liked', width: 80, decimals: 0 },
]);

/** A career on one screen: the timeline, and under it the shows and the songs behind it. */
export const careerTimeline = dashboard(uid, 'Career timeline', 'What an artist did, when, and what is due next.', {
  from: 'now-10y',
  to: 'now+2y',
})
  .withVariable(artistVariable())
  .withPanel(timeline)
  .withPanel(shows)
  .withPanel(songs);
