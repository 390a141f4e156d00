import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { dashboards, dataSource, tag } from './ids.ts';
import { files } from './index.ts';

const all = Object.entries(files).map(([file, dashboard]) => ({
  file,
  dashboard,
  panels: (dashboard.panels ?? []).filter((panel): panel is Panel => panel.type !== 'row'),
}));

it('lists every dashboard of ids.ts, and no other', () => {
  const uids = all.map(({ dashboard }) => dashboard.uid).sort();
  expect(uids).toEqual(
    Object.values(dashboards)
      .map(({ uid }) => uid)
      .sort()
  );
});

it('has committed JSON that is current', async () => {
  const run = promisify(execFile)(process.execPath, [resolve(import.meta.dirname, 'generate.ts'), '--check']);
  await expect(run).resolves.toMatchObject({ stderr: '' });
});

describe.each(all)('$file', ({ dashboard, panels }) => {
  it('gives every panel the id that ids.ts says', () => {
    const known = Object.values(dashboards).find(({ uid }) => uid === dashboard.uid);
    expect(panels.map(({ id }) => id).sort()).toEqual(Object.values(known?.panels ?? {}).sort());
  });

  it('asks the Encore data source in every panel and explains every panel', () => {
    for (const panel of panels) {
      expect(panel.targets).not.toHaveLength(0);
      expect(panel.targets).toEqual(panel.targets?.map(() => expect.objectContaining({ datasource: dataSource })));
      expect(panel.description).toMatch(/\.$/);
    }
  });

  it('lays panels out in 24 columns without overlap', () => {
    const taken = new Set<string>();
    for (const { gridPos, title } of panels) {
      const { x, y, w, h } = gridPos ?? { x: 0, y: 0, w: 0, h: 0 };
      expect(x + w).toBeLessThanOrEqual(24);
      for (let column = x; column < x + w; column++) {
        for (let row = y; row < y + h; row++) {
          expect({ title, cell: taken.has(`${column},${row}`) }).toEqual({ title, cell: false });
          taken.add(`${column},${row}`);
        }
      }
    }
  });

  it('uses UTC, does not refresh by itself and links to the others with variables and time', () => {
    expect(dashboard).toMatchObject({ timezone: 'utc', refresh: '' });
    expect(dashboard.tags).toContain(tag);
    expect(dashboard.links).toEqual([expect.objectContaining({ tags: [tag], includeVars: true, keepTime: true })]);
  });

  it('declares every variable that its queries use', () => {
    const used = JSON.stringify(dashboard.panels).match(/\$\w+/g) ?? [];
    const declared = dashboard.templating?.list?.map(({ name }) => `$${name}`) ?? [];
    expect(declared).toEqual(expect.arrayContaining([...new Set(used)]));
  });
});
