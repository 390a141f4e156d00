import { dashboards, describeInBrowser, services, type DashboardName } from './harness.ts';

const names = Object.keys(dashboards) as DashboardName[];
const looks = (['dark', 'light'] as const).flatMap((theme) => [1368, 768, 400].map((width) => ({ theme, width })));

describeInBrowser('the preview', (use) => {
  describe.each(looks)('in $theme, $width px wide', (view) => {
    it.each(names)('draws the %s dashboard without a complaint and without scrolling sideways', async (name) => {
      const { page, problems, panel } = await use.dashboard(name, view);
      await page.waitForLoadState('networkidle');

      const box = await panel.boundingBox();
      expect(box?.width).toBeGreaterThan(view.width * 0.8);
      expect(await panel.locator('svg path').count()).toBeGreaterThan(3);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width);
      expect(problems).toEqual([]);
    });
  });

  it('shows a core panel’s frames as a table marked "drawn by Grafana"', async () => {
    const { page } = await use.dashboard('timeline');
    const songs = page.getByTestId('data-testid Panel header Which songs carry the set?');
    await songs.getByText('drawn by Grafana').waitFor();
    expect(await songs.getByRole('columnheader').allTextContents()).toEqual(expect.arrayContaining(['Song', 'Played']));
    expect(await songs.getByRole('row').count()).toBeGreaterThan(5);
  });

  it('paints with the colours of the chosen theme and remembers it', async () => {
    const { page, problems } = await use.dashboard('timeline', { theme: 'dark' });
    const ground = () => page.evaluate(() => getComputedStyle(document.querySelector('header')!).backgroundColor);
    const dark = await ground();
    await page.getByRole('button', { name: 'Use the light theme' }).click();
    await page.getByTestId(dashboards.timeline.panel).waitFor();
    expect(await ground()).not.toBe(dark);
    expect(await page.evaluate(() => localStorage.getItem('encore.preview.theme'))).toBe('light');
    expect(problems).toEqual([]);
  });

  it('tells an empty database what to import', async () => {
    const { page, problems } = await use.open(`${services.empty}/preview`);
    await page.getByText('No artists yet').waitFor();
    expect(await page.getByText('npm run encore -- import').isVisible()).toBe(true);
    expect(problems).toEqual([]);
  });

  it('never shows the service’s key to the browser', async () => {
    const { page } = await use.open(`${services.full}/preview`);
    const bodies: Array<Promise<string>> = [];
    page.on('response', (answer) => bodies.push(answer.text().catch(() => '')));
    await page.reload();
    await page.getByTestId(dashboards.timeline.panel).waitFor();
    const all = (await Promise.all(bodies)).join('\n');
    expect(all).toContain('frames');
    expect(all).not.toContain(services.key);
  });
});
