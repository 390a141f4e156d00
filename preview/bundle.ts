import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { fileOf, type Target } from './target.ts';

/** Files of Grafana's packages that are there, but not under the name by which they are asked for. */
const byFile: Plugin = {
  name: 'by-file',
  setup({ onResolve, resolve: find }) {
    // Scenes asks for schema files without their ending; the packages of Grafana 12 don't know them by that name.
    onResolve({ filter: /^@grafana\/schema\/dist\/.*\.gen$/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === byFile) return undefined;
      const asked = await find(path, { kind, resolveDir, pluginData: byFile });
      return asked.errors.length === 0 ? asked : find(`${path}.js`, { kind, resolveDir });
    });
  },
};

/** Code editors: 4 MB that only query and option editors use, and the preview has none. */
const leaveOut: Plugin = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(monaco-editor|@monaco-editor\/react)(\/|$)/ }, ({ path }) => ({
      path,
      namespace: 'left-out',
    }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {}' }));
  },
};

/** What the page itself imports comes from the target's packages, whatever lies nearer to the page's sources. */
const fromTarget = ({ modules }: Target, sources: string): Plugin => ({
  name: 'from-target',
  setup({ onResolve, resolve: find }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, kind, importer, pluginData }) => {
      if (pluginData === fromTarget || !importer.startsWith(sources)) return undefined;
      for (const folder of modules) {
        const found = await find(path, { kind, resolveDir: folder, pluginData: fromTarget });
        if (found.errors.length === 0) return found;
      }
      return undefined;
    });
  },
});

/**
 * The page's scripts, its style sheet and index.html, by file name.
 * Names carry a hash of their content, so that browsers may keep them for good.
 */
export async function bundle(folder: string, target: Target): Promise<Map<string, Uint8Array | string>> {
  const outdir = target.dist;
  const { outputFiles, metafile } = await build({
    absWorkingDir: folder,
    // Grafana's packages read the boot data while they are evaluated, so it is a script of its own that runs first.
    entryPoints: { boot: 'src/host/bootData.ts', main: 'src/main.tsx' },
    outdir,
    entryNames: 'js/[name]-[hash]',
    chunkNames: 'js/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    write: false,
    metafile: true,
    legalComments: 'linked',
    // The page has no date picker of rc-picker, the only package that brings a style sheet.
    loader: { '.svg': 'text', '.png': 'dataurl', '.css': 'empty' },
    define: {
      'process.env.NODE_ENV': '"production"',
      global: 'globalThis',
      GRAFANA_VERSION: JSON.stringify(target.version),
      // UMD packages would register themselves with SystemJS's AMD loader instead of exporting to us.
      'define.amd': 'false',
    },
    logLevel: 'error',
    plugins: [byFile, leaveOut, fromTarget(target, resolve(folder, 'src'))],
    alias: {
      // The setters that Grafana itself calls are in the package, but not among its exports.
      '@grafana/runtime/internal': fileOf(target, '@grafana/runtime', 'dist/esm/components/PanelDataErrorView.mjs'),
      // Version 6 names a module file in its package.json that is not there; esbuild would take the CommonJS build.
      '@grafana/scenes': fileOf(
        target,
        '@grafana/scenes',
        'dist/esm/packages/scenes/src/index.js',
        'dist/esm/index.js'
      ),
      // `@grafana/ui` brings two routers of its own; links have to find the page's one.
      'react-router-dom-v5-compat': fileOf(target, 'react-router-dom', '.'),
    },
  });
  refuseMixture(Object.keys(metafile.inputs), target);
  const files = new Map<string, Uint8Array | string>();
  for (const { path, contents } of outputFiles) {
    files.set(relative(outdir, path), contents);
  }
  const html = readFileSync(resolve(folder, 'src/index.html'), 'utf8');
  files.set('index.html', html.replace('BOOT', script('src/host/bootData.ts')).replace('MAIN', script('src/main.tsx')));
  files.set('page.css', readFileSync(resolve(folder, 'src/page.css'), 'utf8'));
  return files;

  function script(entry: string): string {
    const name = Object.keys(metafile.outputs).find((output) => metafile.outputs[output]?.entryPoint === entry);
    return relative(outdir, resolve(folder, name ?? ''));
  }
}

/** A package of one release that finds a package of the other is drawn by two Reacts and fails only in the browser. */
function refuseMixture(inputs: string[], { modules: [own = '', ...others] }: Target) {
  const foreign = inputs
    .map((path) => /^.*?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(resolve(import.meta.dirname, path)))
    .filter((found) => found && others.some((folder) => found[0] === resolve(folder, found[1]!)))
    .map((found) => found![1]!)
    .filter((name) => existsSync(resolve(own, name)));
  if (foreign.length > 0) {
    throw new Error(`these packages come from the other release: ${[...new Set(foreign)].join(', ')}`);
  }
}
