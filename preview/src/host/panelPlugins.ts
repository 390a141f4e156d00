import { PluginType, type PanelPlugin, type PanelPluginMeta } from '@grafana/data';
import { setPluginImportUtils } from '@grafana/runtime';
import { standIn } from '../page/StandIn.tsx';
import { importModule } from './moduleLoader.ts';
import type { Site } from './site.ts';

const loaded = new Map<string, PanelPlugin>();

/**
 * Tells scenes where panels come from: the suite's own from their bundles, every other
 * (Grafana's core panels are not in any package) from a stand-in that lists its frames.
 */
export function providePanels(site: Site): void {
  setPluginImportUtils({
    getPanelPluginFromCache: (id) => loaded.get(id),
    importPanelPlugin: async (id) => {
      const plugin = loaded.get(id) ?? (await importPanel(id, site.plugins.get(id)));
      loaded.set(id, plugin);
      return plugin;
    },
  });
}

async function importPanel(id: string, meta: PanelPluginMeta | undefined): Promise<PanelPlugin> {
  if (meta?.type !== PluginType.panel) {
    return standIn(id);
  }
  const { plugin } = await importModule<{ plugin: PanelPlugin }>(meta.module);
  plugin.meta = meta;
  return plugin;
}
