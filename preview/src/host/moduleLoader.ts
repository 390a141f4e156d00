/** Loads plugin bundles the way Grafana does: AMD modules through SystemJS, shared packages from the page. */
import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/amd.js';
import { sharedModules } from './sharedModules.ts';

interface Loader {
  instantiate: (this: Loader, url: string, parent?: string) => Promise<unknown>;
  import(id: string): Promise<unknown>;
  addImportMap(map: { imports: Record<string, string> }): void;
  constructor: { prototype: Loader };
}

/** A scheme of our own tells shared packages from files of a plugin. */
const prefix = 'package:';
const loader = (globalThis as unknown as { System: Loader }).System;
const { instantiate } = loader.constructor.prototype;

loader.constructor.prototype.instantiate = async function (url, parent) {
  const load = url.startsWith(prefix) ? sharedModules[url.slice(prefix.length)] : undefined;
  if (!load) {
    return instantiate.call(this, url, parent);
  }
  const namespace = withDefault(await load());
  // A value returned from `execute` would count as a promise, hence the braces.
  const register = (give: (namespace: object) => void) => ({
    execute: () => {
      give(namespace);
    },
  });
  return [[], register];
};

loader.addImportMap({
  imports: Object.fromEntries(Object.keys(sharedModules).map((name) => [name, prefix + name])),
});

/**
 * Loads a plugin's module and waits for it: a module with a top-level await gives a promise.
 * @param url  its address, such as `/public/plugins/encore-career-app/module.js`
 */
export async function importModule<T>(url: string): Promise<T> {
  const namespace = (await loader.import(url)) as { __useDefault?: boolean; default?: unknown };
  return (await (namespace.__useDefault ? namespace.default : namespace)) as T;
}

/** A CommonJS package has its exports under `default`: AMD modules want those, not the namespace around them. */
function withDefault(namespace: object): object {
  const value = (namespace as { default?: unknown }).default;
  const isCommonJs = (typeof value === 'object' || typeof value === 'function') && value !== null;
  return isCommonJs ? { ...namespace, default: value, __useDefault: true } : { ...namespace };
}
