import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const here = import.meta.dirname;

/** A release of Grafana whose packages the page is built from. */
export interface Target {
  /** Where its package.json is. */
  folder: string;
  /** What is installed where, by npm. */
  lock: string;
  /** The first of these that has a package gives it. */
  modules: string[];
  dist: string;
  /** Of `@grafana/data`, such as 12.3.3. */
  version: string;
}

/** The release for which the plugin is built, and the next one, on which the same built plugin has to run. */
export const targets: Record<'current' | 'next', () => Target> = {
  current: () => target(here, [resolve(here, '../node_modules')], resolve(here, '../package-lock.json')),
  next: () => {
    const folder = resolve(here, 'next');
    return target(
      folder,
      [resolve(folder, 'node_modules'), resolve(here, '../node_modules')],
      resolve(folder, 'package-lock.json')
    );
  },
};

function target(folder: string, modules: string[], lock: string): Target {
  const { dependencies } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return { folder, lock, modules, dist: resolve(folder, 'dist'), version: dependencies['@grafana/data'] ?? '' };
}

/**
 * A file of a package, for what is not imported by its name.
 * @param paths  below the package; the first one that is there
 */
export function fileOf({ modules }: Target, name: string, ...paths: string[]): string {
  const folder = modules.map((place) => resolve(place, name)).find((place) => existsSync(place)) ?? name;
  const files = paths.map((path) => resolve(folder, path));
  return files.find((file) => existsSync(file)) ?? files[0]!;
}
