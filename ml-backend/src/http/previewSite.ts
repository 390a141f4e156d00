import { readdir, readFile, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
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

/** The built plugins and the provisioned dashboards, as they are in their folders. */
export interface PreviewSite {
  /** The app and what is nested in it, by folder. */
  plugins: () => Promise<BuiltPlugin[]>;
  /** By title. */
  dashboards: () => Promise<Dashboard[]>;
  /** @throws EncoreError DASHBOARD_UNKNOWN, 404 */
  dashboard: (uid: string) => Promise<Dashboard>;
}

/** A page asks for dozens of files at once; a rebuild shows after this time, without a restart. */
const keptForMs = 1_000;

/**
 * @param pluginDist     the built app plugin with the plugins nested in it
 * @param dashboardsDir  holds the dashboards' JSON; files that are no dashboards are passed over
 */
export function previewSite(pluginDist: string, dashboardsDir: string): PreviewSite {
  const plugins = kept(() => findPlugins(pluginDist));
  const dashboards = kept(() => findDashboards(dashboardsDir));
  const dashboard = async (uid: string) => {
    const all = await dashboards();
    const found = all.find((one) => one.uid === uid);
    if (found) return found;
    const known = all.map((one) => one.uid).join(', ');
    throw notFound('DASHBOARD_UNKNOWN', `there is no dashboard "${uid}"; there are ${known || 'none'}`, 'uid');
  };
  return { plugins, dashboards, dashboard };
}

/**
 * Is this a file of the folder? What is not there, is a folder itself or lies outside of it is all the same: no answer may
 * tell a stranger which files there are elsewhere.
 * @param path  as it stands in an address
 */
export async function isFileIn(folder: string, path: string): Promise<boolean> {
  const file = resolve(folder, path);
  // A way out and back in would tell the folder's own name.
  if (!file.startsWith(resolve(folder) + sep) || path.split(/[\\/]/).includes('..')) return false;
  return stat(file).then(
    (found) => found.isFile(),
    () => false
  );
}

async function findPlugins(pluginDist: string): Promise<BuiltPlugin[]> {
  const nested = (await entries(pluginDist)).sort();
  const found = await Promise.all(
    ['.', ...nested].map(async (name) => {
      const folder = resolve(pluginDist, name);
      const plugin = await readJson<BuiltPlugin['plugin']>(resolve(folder, 'plugin.json'));
      return plugin && { plugin, folder, baseUrl: `/public/plugins/${plugin.id}` };
    })
  );
  return found.filter((one) => one !== undefined);
}

async function findDashboards(folder: string): Promise<Dashboard[]> {
  const names = (await entries(folder)).filter((name) => name.endsWith('.json'));
  const found = await Promise.all(names.map((name) => readJson<Dashboard>(resolve(folder, name))));
  return found
    .filter((one) => one !== undefined)
    .filter(({ uid, title, panels }) => uid && title && Array.isArray(panels))
    .sort((a, b) => a.title.localeCompare(b.title));
}

/** What is in a folder; nothing where it is missing, as before the first build. */
const entries = (folder: string) => readdir(folder).catch(unlessMissing<string[]>([]));

const readJson = <T>(file: string): Promise<T | undefined> =>
  readFile(file, 'utf8').then((text) => JSON.parse(text) as T, unlessMissing<T | undefined>(undefined));

function unlessMissing<T>(instead: T) {
  return (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return instead;
    throw error;
  };
}

/** Remembers an answer for a moment; whoever asks meanwhile shares it. A failure is asked again. */
function kept<T>(find: () => Promise<T>): () => Promise<T> {
  let known: { answer: Promise<T>; until: number } | undefined;
  return () => {
    if (known && known.until > Date.now()) return known.answer;
    const answer = find();
    known = { answer, until: Date.now() + keptForMs };
    answer.catch(() => (known = undefined));
    return answer;
  };
}
