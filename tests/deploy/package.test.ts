import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { writeArchive } from '../../tools/deploy/archive.mjs';
import type { ArchivedFile } from './archive.ts';
import { readArchive } from './archive.ts';
import { root } from './compose.ts';

interface PluginJson {
  id: string;
  type: string;
  name: string;
  backend?: boolean;
  alerting?: boolean;
  executable?: string;
  suggestions?: boolean;
  includes?: Array<{ type: string; name: string; path: string }>;
  dependencies: { grafanaDependency: string };
  info: {
    description: string;
    keywords: string[];
    author: { name: string };
    links: Array<{ name: string; url: string }>;
    logos: { small: string; large: string };
    screenshots: Array<{ name: string; path: string }>;
    version: string;
    updated: string;
  };
}

const name = 'encore-career-app';
const source = join(root, 'plugins', name);
const folder = mkdtempSync(join(tmpdir(), 'encore-package-'));
const zip = join(folder, `${name}.zip`);
await writeArchive(join(source, 'dist'), name, zip);
const files = await readArchive(zip);
afterAll(() => rmSync(folder, { recursive: true }));

const paths = [...files.keys()];
const file = (path: string): ArchivedFile => files.get(`${name}/${path}`) ?? { mode: 0, content: Buffer.alloc(0) };
const text = (path: string) => file(path).content.toString('utf8');
const plugins = paths
  .filter((path) => path.endsWith('/plugin.json'))
  .map((path) => ({
    at: posix.relative(name, posix.dirname(path)),
    json: JSON.parse(files.get(path)!.content.toString()) as PluginJson,
  }));
const app = plugins.find(({ at }) => at === '')!.json;
const nested = plugins.filter(({ at }) => at !== '');
/** Where Go is missing there is no program; this machine's own is there otherwise, and all of them after `npm run package`. */
const withGo = paths.some((path) => /\/gpx_/.test(path)) ? it : it.skip;

// The rules by which Grafana's plugin validator judges what is handed in to the catalogue.
describe('the archive of the plugin', () => {
  it('has one folder, named by the plugin’s id, and no file of a build or of a test beside what belongs there', () => {
    expect([...new Set(paths.map((path) => path.split('/')[0]))]).toEqual([app.id]);
    expect(paths.filter((path) => /\.(tsx?|test\.\w+|tsbuildinfo)$|node_modules|\/dist\//.test(path))).toEqual([]);
  });

  it('has licence, changes, a readme of its own and a module with its source map for each plugin', () => {
    expect(text('LICENSE')).toContain('Apache License');
    expect(text('LICENSE')).not.toMatch(/\{yyyy\}|\{name of copyright owner\}|\[yyyy\]/);
    expect(text('CHANGELOG.md')).toContain(app.info.version);
    for (const { at } of plugins) {
      expect(text(posix.join(at, 'README.md')).length).toBeGreaterThan(300);
      expect(text(posix.join(at, 'module.js')).length).toBeGreaterThan(0);
      expect(JSON.parse(text(posix.join(at, 'module.js.map')))).toHaveProperty('sourcesContent');
    }
  });

  it('has a readme for people who use it, not for those who build it', () => {
    const readme = text('README.md');
    expect(readme).not.toMatch(/\b(yarn|nodejs|npm|mage|webpack)\b|<!--|This template/i);
    // The catalogue shows it elsewhere: an address relative to this file leads nowhere.
    for (const { at } of plugins) expect(text(posix.join(at, 'README.md'))).not.toMatch(/\]\((?!https?:|#)/);
  });

  it('sums up to what stands beside it', () => {
    for (const kind of ['md5', 'sha1']) {
      const sum = createHash(kind).update(readFileSync(zip)).digest('hex');
      expect(readFileSync(`${zip}.${kind}`, 'utf8')).toBe(`${sum}  ${name}.zip\n`);
    }
  });

  it('is the same archive the second time', async () => {
    const before = readFileSync(`${zip}.sha1`, 'utf8');
    await writeArchive(join(source, 'dist'), name, zip);
    expect(readFileSync(`${zip}.sha1`, 'utf8')).toBe(before);
  });
});

describe('plugin.json', () => {
  it.each(plugins)('of "$at" has an id, a name and a description that the catalogue takes', ({ json }) => {
    const { id, type, info } = json;
    expect(id).toMatch(/^[0-9a-z]+-[0-9a-z]+-(app|panel|datasource)$/);
    expect(id.endsWith(`-${type}`)).toBe(true);
    expect(json.name).not.toBe(id);
    expect(info.description.split(/[.!?](?:\s|$)/).filter(Boolean).length).toBeLessThanOrEqual(2);
    expect(info.keywords.length).toBeGreaterThan(0);
    expect(info.author.name).toBeTruthy();
    expect(info.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(info.updated).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(json.dependencies.grafanaDependency).toMatch(/^>=12\.3\.0$/);
  });

  it.each(plugins)('of "$at" names pictures that are there, by relative paths', ({ at, json }) => {
    const { logos, screenshots = [] } = json.info;
    for (const logo of Object.values(logos)) {
      expect(logo).toMatch(/^(?!\/|\.\.).*\.svg$/);
      expect(text(posix.join(at, logo))).toContain('<svg');
      expect(text(posix.join(at, logo))).not.toMatch(/<script|<foreignObject|\son\w+=|javascript:/i);
    }
    for (const { name: title, path } of screenshots) {
      expect(title).toBeTruthy();
      expect(file(posix.join(at, path)).content.subarray(1, 4).toString()).toBe('PNG');
    }
  });

  it('shows at least one picture of the app', () => {
    expect(app.info.screenshots.length).toBeGreaterThan(0);
  });

  it('of the app lists each nested plugin by type and by the path of its plugin.json', () => {
    const listed = app.includes!.filter(({ type }) => ['panel', 'datasource'].includes(type));
    const key = ({ type, path }: { type: string; path: string }) => `${type} ${path}`;
    expect(listed.map(key).sort()).toEqual(
      nested.map(({ at, json }) => key({ type: json.type, path: `${at}/plugin.json` })).sort()
    );
  });

  it('lets Grafana 13 suggest every panel', () => {
    for (const { json } of nested.filter((one) => one.json.type === 'panel'))
      expect(json).toHaveProperty('suggestions', true);
  });

  withGo('declares a backend exactly where there is a program, which may be run', () => {
    for (const { at, json } of plugins) {
      expect(json.backend ?? false).toBe(json.executable !== undefined);
      if (json.alerting) expect(json.backend).toBe(true);
      if (!json.executable) continue;
      const programs = paths.filter((path) => path.startsWith(`${name}/${posix.join(at, json.executable!)}_`));
      expect(programs.length).toBeGreaterThan(0);
      for (const path of programs) expect(files.get(path)!.mode).toBe(0o755);
    }
  });
});

describe('the sources of the plugin', () => {
  const read = (path: string) => readFileSync(join(source, path), 'utf8');

  withGo('are those of the Go program in the archive', () => {
    const lines = text('go_plugin_build_manifest')
      .trim()
      .split('\n')
      .map((line) => line.split(/:(.*)/s));
    expect(lines.length).toBeGreaterThan(10);
    for (const [sum, path] of lines) {
      expect({
        path,
        sum: createHash('sha256')
          .update(readFileSync(join(source, path!)))
          .digest('hex'),
      }).toEqual({ path, sum });
    }
  });

  it('are those of the modules in the archive', () => {
    for (const { at } of plugins) {
      const map = JSON.parse(text(posix.join(at, 'module.js.map'))) as { sources: string[]; sourcesContent: string[] };
      const ours = map.sources.map((path, index) => ({ path: path.replace(`webpack://${name}/./`, ''), index }));
      const mine = ours.filter(({ path }) => /^[\w./-]+\.tsx?$/.test(path) && !path.startsWith('node_modules/'));
      expect(mine.length).toBeGreaterThan(0);
      for (const { path, index } of mine) {
        expect({ path, same: map.sourcesContent[index] === read(join('src', path)) }).toEqual({ path, same: true });
      }
    }
  });

  it('are built with create-plugin’s webpack and the SDK’s build', () => {
    expect(read('.config/webpack/webpack.config.ts')).toContain('@grafana/create-plugin');
    expect(read('Magefile.go')).toContain('grafana-plugin-sdk-go/build');
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(version).toBe(app.info.version);
  });

  withGo('hold no Go code that reads the environment or files, or starts programs', () => {
    const forbidden =
      /\b(os\.(\w*[eE]nv(iron)?|DirFS|Getwd|Open\w*|Create\w*|ReadFile|WriteFile|Mkdir\w*|Remove\w*|Rename)|syscall\.\w*[eE]nv\w*|fs\.\w+|filepath\.(Walk|WalkDir|Glob)|exec\.Command|fmt\.Print\w*)\(/;
    const paths = text('go_plugin_build_manifest').matchAll(/pkg\/\S+(?<!_test)\.go/g);
    for (const [path] of paths) expect({ path, found: forbidden.exec(read(path))?.[0] }).toEqual({ path });
  });

  it('track nobody', () => {
    for (const { at } of plugins) {
      expect(text(posix.join(at, 'module.js'))).not.toMatch(
        /google-analytics|googletagmanager|segment\.(io|com)|hotjar|mixpanel|sentry\.io/
      );
    }
  });
});
