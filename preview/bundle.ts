import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Files of Grafana's packages that are there, but not under the name by which they are asked for. */
const byFile: Plugin = {
  name: 'by-file',
  setup({ onResolve, resolve: find }) {
    // Scenes asks for schema files without their ending.
    onResolve({ filter: /^@grafana\/schema\/dist\/.*\.gen$/ }, ({ path, kind, resolveDir }) =>
      find(`${path}.js`, { kind, resolveDir })
    );
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

/**
 * The page's scripts, its style sheet and index.html, by file name.
 * Names carry a hash of their content, so that browsers may keep them for good.
 */
export async function bundle(folder: string): Promise<Map<string, Uint8Array | string>> {
  const outdir = resolve(folder, 'dist');
  const modules = (path: string) => resolve(folder, '../node_modules', path);
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
      // UMD packages would register themselves with SystemJS's AMD loader instead of exporting to us.
      'define.amd': 'false',
    },
    logLevel: 'error',
    plugins: [byFile, leaveOut],
    alias: {
      // The setters that Grafana itself calls are in the package, but not among its exports.
      '@grafana/runtime/internal': modules('@grafana/runtime/dist/esm/components/PanelDataErrorView.mjs'),
      // Its package.json names a module file that is not there; esbuild would take the CommonJS build.
      '@grafana/scenes': modules('@grafana/scenes/dist/esm/packages/scenes/src/index.js'),
      // `@grafana/ui` brings two routers of its own; links have to find the page's one.
      'react-router-dom-v5-compat': 'react-router-dom',
    },
  });
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
    return relative('dist', name ?? '');
  }
}
