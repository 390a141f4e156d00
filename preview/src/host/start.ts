import { EventBusSrv } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import {
  setAppEvents,
  setBackendSrv,
  setPluginComponentsHook,
  setPluginLinksHook,
  setReturnToPreviousHook,
  setRunRequest,
} from '@grafana/runtime';
import { loadResources } from '@grafana/scenes';
import { backendSrv } from './backendSrv.ts';
import { provideDataSource } from './dataSources.ts';
import { fillRegistries } from './fieldOptions.ts';
import { providePanelError } from '../page/DataError.tsx';
import { providePanels } from './panelPlugins.ts';
import { provideLoggers } from './releases.ts';
import { runRequest } from './runRequest.ts';
import { loadSite, type Site } from './site.ts';
import { provideVariables } from './templateSrv.ts';

/** Sets up what Grafana gives to plugins and to scenes before anything is drawn. */
export async function startHost(): Promise<Site> {
  const [site] = await Promise.all([loadSite(), initPluginTranslations('grafana-scenes', [loadResources])]);
  provideLoggers();
  fillRegistries();
  setAppEvents(new EventBusSrv());
  setBackendSrv(backendSrv);
  setRunRequest(runRequest);
  setPluginLinksHook(() => ({ links: [], isLoading: false }));
  setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  setReturnToPreviousHook(() => () => undefined);
  provideVariables();
  provideDataSource(site);
  providePanels(site);
  providePanelError();
  return site;
}
