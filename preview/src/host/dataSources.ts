import type { DataSourceApi, DataSourceInstanceSettings, DataSourcePlugin, PanelPluginMeta } from '@grafana/data';
import { setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { importModule } from './moduleLoader.ts';
import { dataSourceMeta, type Site } from './site.ts';

/** The uid under which the data source is provisioned. */
const uid = 'encore';

/** Gives panels and variables the suite's data source: the built plugin itself, against the preview's routes. */
export function provideDataSource(site: Site): void {
  const meta = dataSourceMeta(site);
  const settings = meta && settingsOf(meta);
  const instance = settings && once(() => load(settings));
  const known = () => (settings ? [settings] : []);

  const srv: DataSourceSrv = {
    get: async () => {
      if (!instance) {
        throw new Error('The data source plugin is not built; run: npm run build');
      }
      return instance();
    },
    getInstanceSettings: () => settings,
    getList: known,
    reload: () => Promise.resolve(),
    registerRuntimeDataSource: () => undefined,
  };
  setDataSourceSrv(srv);
}

async function load(settings: DataSourceInstanceSettings): Promise<DataSourceApi> {
  const { plugin } = await importModule<{ plugin: DataSourcePlugin<DataSourceApi> }>(settings.meta.module);
  plugin.meta = settings.meta;
  const dataSource = new plugin.DataSourceClass(settings);
  return Object.assign(dataSource, { meta: settings.meta, components: plugin.components });
}

function settingsOf(meta: PanelPluginMeta): DataSourceInstanceSettings {
  return {
    id: 1,
    uid,
    type: meta.id,
    name: 'Encore',
    meta,
    access: 'proxy',
    readOnly: true,
    isDefault: true,
    jsonData: {},
  };
}

/** Remembers the first answer; a failure is asked again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
