import type { Page } from 'playwright-core';
import { describeInBrowser, eventually, services } from './harness.ts';

const address = `${services.full}/preview/d/encore-career-timeline`;

/** Gives the timeline another place in its dashboard, in Grafana's grid of 24 columns and rows of 38 px. */
async function resize(page: Page, w: number, h: number): Promise<void> {
  await page.route('**/preview/api/dashboards/encore-career-timeline', async (route) => {
    const dashboard = (await (await route.fetch()).json()) as { panels: Array<{ type: string; gridPos: object }> };
    const panel = dashboard.panels.find(({ type }) => type === 'encore-careertimeline-panel')!;
    Object.assign(panel.gridPos, { w, h });
    await route.fulfill({ json: dashboard });
  });
}

const boxOf = async (page: Page, testId: string) => (await page.getByTestId(testId).boundingBox())!;

describeInBrowser('the legend of the timeline', (use) => {
  it('takes one row of a low panel, and keeps the other entries behind a button', async () => {
    const { page, problems } = await use.dashboard('timeline');
    await resize(page, 12, 9);
    await page.goto(address);
    const more = page.getByTestId('timeline legend more');
    await more.waitFor();
    const legend = await boxOf(page, 'timeline legend');
    const lanes = await boxOf(page, 'timeline body');
    expect(legend.height).toBeLessThan((9 * 38) / 4);
    expect(lanes.height).toBeGreaterThan(legend.height * 4);
    const hidden = Number((await more.textContent())!.slice(1));
    await more.click();
    const others = page.getByTestId('toggletip-content').getByRole('button');
    expect(await others.count()).toBe(hidden);
    for (const entry of await others.all()) {
      const { x, y, width } = (await entry.boundingBox())!;
      const seen = await page.evaluate(
        ([left, top]) => document.elementFromPoint(left!, top!)?.closest('[data-testid="toggletip-content"]') !== null,
        [x + width / 2, y + 12]
      );
      expect(seen).toBe(true);
    }
    await others.first().click();
    await eventually(async () => expect(await others.first().getAttribute('aria-pressed')).toBe('true'));
    expect(await page.getByTestId('timeline legend').locator('[aria-pressed="true"]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await others.first().waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
  });

  it('comes right below the axis where the lanes leave room', async () => {
    const { page, problems, panel } = await use.dashboard('timeline');
    await resize(page, 24, 30);
    await page.goto(address);
    await panel.waitFor();
    const legend = await boxOf(page, 'timeline legend');
    const axis = await boxOf(page, 'timeline axis');
    expect(Math.abs(legend.y - (axis.y + axis.height))).toBeLessThan(2);
    const row = await page.getByTestId('timeline legend').getByRole('listitem').first().boundingBox();
    expect(legend.height % row!.height).toBeCloseTo(8, 0);
    expect(problems).toEqual([]);
  });
});
