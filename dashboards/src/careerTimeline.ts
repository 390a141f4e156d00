import { PanelBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as TablePanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { dashboard } from './base.ts';
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
  .gridPos({ x: 0, y: 0, w: 24, h: 20 })
  .withTarget(query('timeline', { artists: ['$artist'] }));

const shows = new TablePanelBuilder()
  .id(panels.shows)
  .title('Which shows were played, and which are booked?')
  .description('One row a show in the chosen time, the latest first. Shows without a date stand at the end.')
  .datasource(dataSource)
  .gridPos({ x: 0, y: 20, w: 14, h: 12 })
  .filterable(true)
  .withTarget(query('gigs', { artists: ['$artist'] }, { format: 'table' }));

const songs = new TablePanelBuilder()
  .id(panels.songs)
  .title('Which songs carry the set?')
  .description('The songs played most often, and how the audience took them where that is known.')
  .datasource(dataSource)
  .gridPos({ x: 14, y: 20, w: 10, h: 12 })
  .withTarget(query('songs', { artists: ['$artist'], limit: 25 }, { format: 'table' }));

/** A career on one screen: the timeline, and under it the shows and the songs behind it. */
export const careerTimeline = dashboard(uid, 'Career timeline', 'What an artist did, when, and what is due next.', {
  from: 'now-10y',
  to: 'now+2y',
})
  .withVariable(artistVariable())
  .withPanel(timeline)
  .withPanel(shows)
  .withPanel(songs);
