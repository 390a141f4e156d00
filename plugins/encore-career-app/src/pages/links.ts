import { locationUtil } from '@grafana/data';

import datasource from '../datasource/plugin.json';
import app from '../plugin.json';

/** The dashboards that Encore provisions, in reading order. */
export const dashboardUids = ['encore-career-timeline', 'encore-revenue-forecast'] as const;

export type DashboardUid = (typeof dashboardUids)[number];

/** Last part of the address of the page for imports. */
export const importsPage = 'imports';

/** Addresses inside this Grafana, valid below a sub path as well. */
export const links = {
  dashboard: (uid: DashboardUid) => locationUtil.assureBaseUrl(`/d/${uid}`),
  imports: () => locationUtil.assureBaseUrl(`/a/${app.id}/${importsPage}`),
  dataSource: (uid: string) => locationUtil.assureBaseUrl(`/connections/datasources/edit/${uid}`),
  addDataSource: () => locationUtil.assureBaseUrl(`/connections/datasources/${datasource.id}`),
};
