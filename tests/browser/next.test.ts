import { dashboards, describeInBrowser } from './harness.ts';
import type { DashboardName } from './harness.ts';
import { nextSite } from '../support/site.ts';

// The same built plugins under the packages of Grafana 13.2 and React 19.
describeInBrowser(
  'in the next Grafana',
  (use) => {
    it('runs on React 19 and says which Grafana it is', async () => {
      const { page } = await use.dashboard('timeline');
      const seen = await page.evaluate(async () => {
        const { System, grafanaBootData } = window as unknown as {
          System: { import: (name: string) => Promise<{ version: string; default?: { version: string } }> };
          grafanaBootData: { settings: { buildInfo: { version: string } } };
        };
        const react = await System.import('react');
        return { react: react.version ?? react.default?.version, grafana: grafanaBootData.settings.buildInfo.version };
      });
      expect(seen).toEqual({ react: expect.stringMatching(/^19\./), grafana: expect.stringMatching(/^13\.2\./) });
    });

    it.each(Object.keys(dashboards) as DashboardName[])('draws the dashboard %s without a complaint', async (name) => {
      const { panel, problems } = await use.dashboard(name, { width: 1280 });
      const box = await panel.boundingBox();
      expect(box?.height).toBeGreaterThan(200);
      expect(await panel.locator('svg, canvas').count()).toBeGreaterThan(0);
      expect(problems).toEqual([]);
    });
  },
  nextSite
);
