import { statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { built, dependenciesOf, dist, modules, read, sourcesOf } from './built.ts';
import { sharedDependencies } from './sharedDependencies.ts';

// A second copy of one of these beside Grafana's own breaks hooks, contexts or themes.
const grafanasOwn =
  /node_modules\/(react|react-dom|react-router|react-router-dom|i18next|rxjs|lodash|moment|@emotion\/(css|react)|@grafana\/(data|ui|runtime))\//;

describe('the built modules', () => {
  it('are one a plugin, without lazy chunks: Grafana looks for chunks of a nested plugin under the wrong address', () => {
    expect(built('**/*.js')).toEqual([...modules].sort());
  });

  describe.each(modules)('%s', (path) => {
    it('asks only for what Grafana 12.3.3 shares', () => {
      const asked = dependenciesOf(path);
      expect(asked).toContain('@grafana/data');
      expect(asked.filter((name) => !sharedDependencies.has(name))).toEqual([]);
    });

    it("holds no copy of Grafana's own libraries", () => {
      expect(sourcesOf(path).filter((file) => grafanasOwn.test(file))).toEqual([]);
    });

    it('is built for production', () => {
      expect(read(path)).not.toMatch(/jsxDEV|\beval\(|webpack-dev/);
    });

    it('has at most 60 kB when it is compressed', () => {
      expect(statSync(join(dist, path)).size).toBeGreaterThan(0);
      expect(gzipSync(read(path)).length).toBeLessThanOrEqual(60_000);
    });
  });
});
