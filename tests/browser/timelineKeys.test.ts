import { describeInBrowser, eventually } from './harness.ts';
import { daysInAddress, lane, said, tooltip } from './timelineReach.ts';

describeInBrowser('the timeline by keys', (use) => {
  it('is one stop of the Tab key, and the focus moves from mark to mark with a ring', async () => {
    const { page, panel, problems } = await use.dashboard('timeline');
    expect(await panel.locator('[data-lane][tabindex="0"]').count()).toBe(1);
    await lane(page, 'tour').focus();
    await page.keyboard.press('Home');
    const mark = page.getByTestId('timeline mark');
    await mark.waitFor();
    expect(await mark.evaluate((el) => el === document.activeElement)).toBe(true);
    expect(await mark.evaluate((el) => getComputedStyle(el).outlineStyle)).toBe('solid');
    const first = await mark.getAttribute('aria-label');
    expect(await said(page)).toContain(first!);
    expect(await said(page)).toMatch(/Tours, 1 of \d+$/);
    await page.keyboard.press('ArrowRight');
    await eventually(async () => expect(await said(page)).toMatch(/Tours, 2 of \d+$/));
    expect(await panel.locator('[tabindex="0"][role="button"]').count()).toBe(1);
    await page.keyboard.press('End');
    await eventually(async () => expect(await said(page)).toMatch(/Tours, (\d+) of \1$/));
    expect(problems).toEqual([]);
  });

  it('goes from lane to lane at the same time', async () => {
    const { page } = await use.dashboard('timeline');
    await lane(page, 'release').focus();
    await page.keyboard.press('End');
    const mark = page.getByTestId('timeline mark');
    const before = (await mark.boundingBox())!;
    await page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await said(page)).toContain('Milestones'));
    const below = (await mark.boundingBox())!;
    expect(below.y).toBeGreaterThan(before.y);
    expect(Math.abs(below.x - before.x)).toBeLessThan(150);
    await page.keyboard.press('ArrowUp');
    await eventually(async () => expect(await said(page)).toContain('Releases'));
    await page.keyboard.press('Control+Home');
    await eventually(async () => expect(await said(page)).toContain('Career stage'));
    await page.keyboard.press('Control+End');
    await eventually(async () => expect(await said(page)).not.toContain('Career stage'));
  });

  it('opens a mark by Enter, gives the focus back by Escape, and zooms by z', async () => {
    const { page } = await use.dashboard('timeline');
    await lane(page, 'tour').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    const inside = () => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null);
    await eventually(async () => expect(await inside()).toBe(true));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const mark = page.getByTestId('timeline mark');
    expect(await mark.evaluate((el) => el === document.activeElement)).toBe(true);
    await page.keyboard.press('z');
    await eventually(() => expect(daysInAddress(page)).toBeLessThan(200));
    await page.keyboard.press('0');
    await eventually(() => expect(daysInAddress(page)).toBeGreaterThan(1000));
  });

  it('leaves the tooltip by Escape, and the lane keeps the focus', async () => {
    const { page } = await use.dashboard('timeline');
    await lane(page, 'milestone').focus();
    await page.keyboard.press('ArrowRight');
    await tooltip(page).waitFor();
    await page.keyboard.press('Escape');
    await tooltip(page).waitFor({ state: 'detached' });
    expect(await lane(page, 'milestone').evaluate((el) => el === document.activeElement)).toBe(true);
  });
});
