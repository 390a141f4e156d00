import { useEffect, useState } from 'react';
import { config, getBackendSrv, getDataSourceSrv } from '@grafana/runtime';

import datasource from '../datasource/plugin.json';
import { dashboardUids, type DashboardUid } from './links';

export interface Setup {
  /** Dashboards that this user can open; undefined while Grafana is asked. */
  dashboards?: DashboardUid[];
  /** Connected Encore data sources. */
  dataSources: Array<{ uid: string; name: string }>;
  /** Whether this user may add and edit data sources. */
  admin: boolean;
}

/** What of Encore is set up in this Grafana, so that the home page offers only what leads somewhere. */
export function useSetup(): Setup {
  const [dashboards, setDashboards] = useState<DashboardUid[]>();

  useEffect(() => {
    let shown = true;
    findDashboards().then((found) => shown && setDashboards(found));
    return () => {
      shown = false;
    };
  }, []);

  return {
    dashboards,
    dataSources: getDataSourceSrv()
      .getList({ type: datasource.id })
      // Grafana adds its own built-in ones to every list.
      .filter(({ type }) => type === datasource.id)
      .map(({ uid, name }) => ({ uid, name })),
    admin: config.bootData.user.orgRole === 'Admin' || config.bootData.user.isGrafanaAdmin,
  };
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
