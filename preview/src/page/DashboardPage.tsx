import { UrlSyncContextProvider } from '@grafana/scenes';
import { useEffect, useState } from 'react';
import { loadDashboard } from '../host/site.ts';
import type { DashboardJson } from '../scene/dashboardJson.ts';
import { toScene, type DashboardScene } from '../scene/DashboardScene.ts';
import { EmptyState } from './EmptyState.tsx';

/** Loads a dashboard's JSON and shows it; variables and time range live in the address. */
export function DashboardPage({ uid }: { uid: string }) {
  const [scene, setScene] = useState<DashboardScene>();
  const [why, setWhy] = useState<string>();
  useEffect(() => {
    let left = false;
    loadDashboard<DashboardJson>(uid).then(
      (json) => {
        if (!left) {
          document.title = `${json.title} · Encore`;
          setScene(toScene(json));
        }
      },
      (error: Error) => setWhy(error.message)
    );
    return () => {
      left = true;
    };
  }, [uid]);

  if (why) {
    return <EmptyState state="failed" why={why} />;
  }
  return scene ? (
    <UrlSyncContextProvider scene={scene} updateUrlOnInit createBrowserHistorySteps>
      <scene.Component model={scene} />
    </UrlSyncContextProvider>
  ) : (
    <EmptyState state="waiting" />
  );
}
