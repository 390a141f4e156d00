import { describeInBrowser, eventually, services } from './harness.ts';
import { drawManyLanes, ofManyLanes } from './timelineFrames.ts';
import { plotOf, said } from './timelineReach.ts';

const address = `${services.full}/preview/d/encore-career-timeline`;

describeInBrowser('thousands of lanes', (use) => {
  it('are drawn where they are seen only, and scroll with their names', async () => {
    const { page, problems } = await use.dashboard('timeline');
    await drawManyLanes(page, 5000);
    await page.goto(`${address}?${ofManyLanes}`);
    await page.getByTitle('Resource 1', { exact: true }).waitFor();
    const lanes = page.locator('[data-lane]');
    expect(await lanes.count()).toBeLessThan(80);
    const body = page.getByTestId('timeline body');
    expect(await body.evaluate((el) => el.scrollHeight)).toBe(5000 * 25);
    await body.evaluate((el) => el.scrollTo(0, 60_000));
    await eventually(async () => {
      const top = (await body.boundingBox())!.y;
      const seen = await lanes.evaluateAll(
        (all, y) => all.filter((el) => el.getBoundingClientRect().top >= y).map((el) => el.getAttribute('data-lane')),
        top
      );
      expect(seen.length).toBeGreaterThan(20);
      expect(await page.getByTitle(seen[0]!, { exact: true }).isVisible()).toBe(true);
    });
    expect(await lanes.count()).toBeLessThan(80);
    expect(problems).toEqual([]);
  });

  it('are reached by keys to the last one', async () => {
    const { page } = await use.dashboard('timeline');
    await drawManyLanes(page, 5000);
    await page.goto(`${address}?${ofManyLanes}`);
    await page.getByTitle('Resource 1', { exact: true }).waitFor();
    await page.locator('[data-lane]').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+End');
    await eventually(async () => {
      const top = await page.getByTestId('timeline body').evaluate((el) => el.scrollTop);
      expect(top).toBeGreaterThan(120_000);
    });
    expect(await said(page)).toMatch(/Resource \d+, \d of \d$/);
  });
});

describeInBrowser('the column of names', (use) => {
  it('is resized by dragging its edge, and by keys', async () => {
    const { page, problems } = await use.dashboard('timeline');
    const edge = page.getByRole('separator', { name: 'Width of the lane names' });
    const width = async () => Number(await edge.getAttribute('aria-valuenow'));
    expect(await width()).toBe(124);
    const before = (await plotOf(page)).x;
    const { x, y } = (await edge.boundingBox())!;
    await page.mouse.move(x + 4, y + 80);
    await page.mouse.down();
    await page.mouse.move(x + 84, y + 90, { steps: 4 });
    await page.mouse.up();
    await eventually(async () => expect(await width()).toBe(204));
    expect((await plotOf(page)).x - before).toBe(80);
    await edge.focus();
    await page.keyboard.press('ArrowLeft');
    await eventually(async () => expect(await width()).toBe(196));
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await width()).toBe(124));
    expect(problems).toEqual([]);
  });
});
