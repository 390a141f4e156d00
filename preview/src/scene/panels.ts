import { SceneDataTransformer, SceneQueryRunner, VizPanel, type SceneDataProvider } from '@grafana/scenes';
import type { PanelJson } from './dashboardJson.ts';
import { GridCell } from './Grid.tsx';

/** The dashboard's panels in reading order, those of closed rows too. */
export function toCells(panels: PanelJson[] = []): GridCell[] {
  return panels
    .flatMap((panel) => (panel.type === 'row' ? (panel.panels ?? []) : [panel]))
    .sort((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x)
    .map((panel) => new GridCell({ gridPos: panel.gridPos, body: toPanel(panel) }));
}

/** A panel as Grafana 12 hosts it: the plugin gets options, field configuration and data by scenes. */
function toPanel(json: PanelJson): VizPanel {
  const { id, type, title = '', description, options = {}, pluginVersion, transparent } = json;
  return new VizPanel({
    key: `panel-${id}`,
    pluginId: type,
    title,
    description,
    options,
    pluginVersion,
    fieldConfig: json.fieldConfig ?? { defaults: {}, overrides: [] },
    displayMode: transparent ? 'transparent' : 'default',
    $data: toData(json),
  });
}

function toData({ targets = [], datasource, transformations, maxDataPoints, interval }: PanelJson): SceneDataProvider {
  const $data = new SceneQueryRunner({ queries: targets, datasource, maxDataPoints, minInterval: interval });
  return transformations?.length ? new SceneDataTransformer({ $data, transformations }) : $data;
}
