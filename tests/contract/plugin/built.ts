import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { runInNewContext } from 'node:vm';

const root = join(import.meta.dirname, '../../../plugins/encore-career-app');

export const source = join(root, 'src');
export const dist = join(root, 'dist');

export interface PluginJson {
  id: string;
  type: string;
  name: string;
  executable?: string;
  backend?: boolean;
  alerting?: boolean;
  languages?: string[];
  includes?: Array<{ type: string; name: string; path: string }>;
  info: {
    description: string;
    keywords: string[];
    logos: { small: string; large: string };
    version: string;
    updated: string;
  };
}

export interface Plugin {
  /** Folder below src and dist; empty for the app itself. */
  folder: string;
  json: PluginJson;
}

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

/** Every plugin in the sources, the app first. */
export const plugins: Plugin[] = globSync('**/plugin.json', { cwd: source })
  .map((path) => ({ folder: dirname(path).replace(/^\.$/, ''), json: readJson<PluginJson>(join(source, path)) }))
  .sort((a, b) => a.folder.localeCompare(b.folder));

export const modules = plugins.map(({ folder }) => join(folder, 'module.js'));

/** Files of dist, relative to it. */
export function built(pattern: string): string[] {
  if (!existsSync(dist)) throw new Error(`${relative(process.cwd(), dist)} is not built; run "npm run build"`);
  return globSync(pattern, { cwd: dist }).sort();
}

export const read = (path: string) => readFileSync(join(dist, path), 'utf8');

/** What a built module asks Grafana's loader for: the list in its AMD `define`. */
export function dependenciesOf(path: string): string[] {
  let asked: string[] = [];
  const define = Object.assign(
    (...args: unknown[]) => {
      asked = args.find((arg): arg is string[] => Array.isArray(arg)) ?? [];
    },
    { amd: true }
  );
  runInNewContext(read(path), { define });
  return asked;
}

/** Files that were compiled into a built module, by its source map. */
export function sourcesOf(path: string): string[] {
  return (JSON.parse(read(`${path}.map`)) as { sources: string[] }).sources;
}
