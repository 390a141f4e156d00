import { globSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { notFound } from '../errors.ts';

/** A built plugin: its plugin.json, its folder and the address at which Grafana would serve that folder. */
export interface BuiltPlugin {
  plugin: { id: string; type: string };
  folder: string;
  baseUrl: string;
}

interface Dashboard {
  uid: string;
  title: string;
  description?: string;
  tags?: string[];
  panels: unknown[];
}

/** The app's plugin.json and those nested in it, found anew each time: a rebuild needs no restart. */
export function findPlugins(pluginDist: string): BuiltPlugin[] {
  return globSync(['plugin.json', '*/plugin.json'], { cwd: pluginDist })
    .sort()
    .map((name) => {
      const path = resolve(pluginDist, name);
      const plugin = JSON.parse(readFileSync(path, 'utf8')) as BuiltPlugin['plugin'];
      return { plugin, folder: dirname(path), baseUrl: `/public/plugins/${plugin.id}` };
    });
}

/** The provisioned dashboards of a folder by title; JSON files that are no dashboards are passed over. */
export function findDashboards(folder: string): Dashboard[] {
  return globSync('**/*.json', { cwd: folder, exclude: ['**/node_modules/**'] })
    .map((name) => JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as Dashboard)
    .filter(({ uid, title, panels }) => uid && title && Array.isArray(panels))
    .sort((a, b) => a.title.localeCompare(b.title));
}

/** @throws EncoreError DASHBOARD_UNKNOWN, 404 */
export function findDashboard(folder: string, uid: string): Dashboard {
  const all = findDashboards(folder);
  const found = all.find((dashboard) => dashboard.uid === uid);
  if (!found) {
    const known = all.map((dashboard) => dashboard.uid).join(', ');
    throw notFound('DASHBOARD_UNKNOWN', `there is no dashboard "${uid}"; there are ${known || 'none'}`, 'uid');
  }
  return found;
}
