import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { built, dist, plugins, read, readJson } from './built.ts';
import type { PluginJson } from './built.ts';

const app = plugins[0]!;
const nested = plugins.slice(1);

describe('the built plugin folder', () => {
  it('holds the app with the data source and both panels', () => {
    expect(app.json).toMatchObject({ id: 'encore-career-app', type: 'app' });
    expect(nested.map(({ json }) => json.id)).toEqual(
      expect.arrayContaining([
        'encore-career-datasource',
        'encore-careertimeline-panel',
        'encore-predictionconfidence-panel',
      ])
    );
  });

  it('has each plugin where the sources have it, and no other', () => {
    const expected = plugins.map(({ folder }) => join(folder, 'plugin.json')).sort();
    expect(built('**/plugin.json')).toEqual(expected);
  });

  it('lists every nested plugin in the app, with type and path', () => {
    const listed = (app.json.includes ?? []).filter(({ type }) => type !== 'page' && type !== 'dashboard');
    const byPath = (a: { path: string }, b: { path: string }) => a.path.localeCompare(b.path);
    expect(listed.map(({ type, path }) => ({ type, path })).sort(byPath)).toEqual(
      nested.map(({ folder, json }) => ({ type: json.type, path: `${folder}/plugin.json` })).sort(byPath)
    );
  });

  it("has ids that Grafana's catalogue takes, and none inside another", () => {
    const ids = plugins.map(({ json }) => json.id);
    for (const { json } of plugins) {
      expect(json.id).toMatch(/^[0-9a-z]+-([0-9a-z]+-)?(app|panel|datasource)$/);
      expect(json.id.endsWith(`-${json.type}`)).toBe(true);
      expect(json.name).not.toBe(json.id);
      expect(ids.filter((other) => other.includes(json.id))).toEqual([json.id]);
    }
  });

  it('is built without a backend for the app, and with one for the data source', () => {
    expect(app.json).not.toHaveProperty('executable');
    const dataSource = nested.find(({ json }) => json.type === 'datasource')!;
    expect(dataSource).toMatchObject({
      folder: 'datasource',
      json: { backend: true, alerting: true, executable: 'gpx_encore_career' },
    });
    // Where Go is missing the data source is not built at all, which the build says by itself.
    const executables = built('**/gpx_*');
    expect(executables.every((path) => path.startsWith('datasource/gpx_encore_career_'))).toBe(true);
    expect(built('go_plugin_build_manifest')).toHaveLength(executables.length > 0 ? 1 : 0);
  });

  describe.each(plugins.map(({ folder, json }) => ({ id: json.id, folder })))('$id', ({ id, folder }) => {
    const json = () => readJson<PluginJson>(join(dist, folder, 'plugin.json'));

    it('has a version and a date instead of placeholders', () => {
      expect(read(join(folder, 'plugin.json'))).not.toMatch(/%[A-Z_]+%/);
      expect(json().info.version).toMatch(/^\d+\.\d+\.\d+/);
      expect(json().info.updated).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    });

    it('says what it is', () => {
      const { description, keywords } = json().info;
      expect(description.length).toBeGreaterThan(30);
      expect(keywords.length).toBeGreaterThan(0);
      expect(existsSync(join(dist, folder, 'README.md'))).toBe(true);
    });

    it('has SVG logos without scripts or foreign addresses', () => {
      for (const path of Object.values(json().info.logos)) {
        const picture = read(join(folder, path));
        expect(picture).toContain('<svg');
        expect(picture).not.toMatch(/<script|<foreignObject|\son\w+=|href="http|url\(http/i);
      }
    });

    it('has the texts of every language that it names, under its own id', () => {
      expect(json().languages).toEqual(expect.arrayContaining(['en-US', 'de-DE']));
      for (const language of json().languages ?? []) {
        expect(existsSync(join(dist, folder, 'locales', language, `${id}.json`))).toBe(true);
      }
    });
  });
});
