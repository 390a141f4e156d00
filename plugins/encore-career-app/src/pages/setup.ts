import { useEffect, useState } from 'react';
import { config, getBackendSrv, getDataSourceSrv } from '@grafana/runtime';

import datasource from '../datasource/plugin.json';
import { dashboardUids, type DashboardUid } from './links';

export interface Setup {
  /** Connected Encore data sources. */
  dataSources: Array<{ uid: string; name: string }>;
  /** Whether this user may add and edit data sources. */
  admin: boolean;
  /** Whether this user may import: the data source asks for the role in the organization, whatever else somebody is. */
  editor: boolean;
}

/** What of Encore is connected to this Grafana, and what its user may do with it. */
export function setupOf(): Setup {
  const { orgRole, isGrafanaAdmin } = config.bootData.user;
  return {
    dataSources: getDataSourceSrv()
      .getList({ type: datasource.id })
      // Grafana adds its own built-in ones to every list.
      .filter(({ type }) => type === datasource.id)
      .map(({ uid, name }) => ({ uid, name })),
    admin: orgRole === 'Admin' || isGrafanaAdmin,
    editor: orgRole === 'Admin' || orgRole === 'Editor',
  };
}

/** Dashboards that this user can open, so that the home page offers only what leads somewhere; undefined while Grafana is asked. */
export function useDashboards(): DashboardUid[] | undefined {
  const [dashboards, setDashboards] = useState<DashboardUid[]>();

  useEffect(() => {
    let shown = true;
    findDashboards().then((found) => shown && setDashboards(found));
    return () => {
      shown = false;
    };
  }, []);

  return dashboards;
}

async function findDashboards(): Promise<DashboardUid[]> {
  try {
    const found = await getBackendSrv().get<Array<{ uid: string }>>('/api/search', {
      type: 'dash-db',
      dashboardUIDs: [...dashboardUids],
    });
    return dashboardUids.filter((uid) => found.some((dashboard) => dashboard.uid === uid));
  } catch {
    // No right to search: the page then says that there is no dashboard for this user, which is the case.
    return [];
  }
}
