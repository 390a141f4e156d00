import { PluginType, type PanelPluginMeta, type PluginMeta } from '@grafana/data';
import { base } from './bootData.ts';

/** One dashboard of the provisioned folder, as the list of pages needs it. */
export interface DashboardEntry {
  uid: string;
  title: string;
  description: string;
  tags: string[];
}

/** A plugin.json of the built suite, and the folder that it is served from. */
interface PluginEntry {
  plugin: PluginMeta & { sort?: number };
  baseUrl: string;
}

/** What this preview has: the built plugins and the provisioned dashboards. */
export interface Site {
  dashboards: DashboardEntry[];
  plugins: Map<string, PanelPluginMeta>;
}

/** Asks the service for the plugins and dashboards that it serves. */
export async function loadSite(): Promise<Site> {
  const { dashboards, plugins } = await getJson<{ dashboards: DashboardEntry[]; plugins: PluginEntry[] }>('site');
  return { dashboards, plugins: new Map(plugins.map((entry) => [entry.plugin.id, toMeta(entry)])) };
}

/** A dashboard's JSON, as Grafana provisions it. */
export function loadDashboard<T>(uid: string): Promise<T> {
  return getJson<T>(`dashboards/${encodeURIComponent(uid)}`);
}

/** The first data source plugin of the suite. */
export function dataSourceMeta({ plugins }: Site): PanelPluginMeta | undefined {
  return [...plugins.values()].find(({ type }) => type === PluginType.datasource);
}

function toMeta({ plugin, baseUrl }: PluginEntry): PanelPluginMeta {
  const absolute = (path: string) => `${baseUrl}/${path}`;
  const { small, large } = plugin.info.logos;
  return {
    ...plugin,
    sort: plugin.sort ?? 100,
    baseUrl,
    module: absolute('module.js'),
    info: { ...plugin.info, logos: { small: absolute(small), large: absolute(large) } },
  };
}

async function getJson<T>(path: string): Promise<T> {
  const answer = await fetch(`${base}/api/${path}`);
  const body = (await answer.json()) as T & { message?: string };
  if (!answer.ok) {
    throw new Error(body.message ?? `${path}: ${answer.status}`);
  }
  return body;
}
