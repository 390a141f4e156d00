import type { Page } from 'playwright-core';
import { describeInBrowser, eventually, inAddress } from './harness.ts';

/** The middle of a milestone's star, which stands beside its name. */
async function firstStar(page: Page): Promise<{ x: number; y: number }> {
  const name = page.getByTestId('timeline plot').locator('svg text', { hasText: 'First show on record' });
  const box = (await name.boundingBox())!;
  return { x: box.x - 10, y: box.y + box.height / 2 };
}

const range = (page: Page) => [inAddress(page, 'from'), inAddress(page, 'to')];

describeInBrowser('the career timeline', (use) => {
  it('explains the mark under the pointer, and pins the tooltip by a click', async () => {
    const { page } = await use.dashboard('timeline');
    const { x, y } = await firstStar(page);
    await page.mouse.move(x, y);
    const tooltip = page.getByTestId('timeline tooltip');
    await tooltip.getByText('First show on record').waitFor();
    await page.mouse.click(x, y);
    await page.mouse.move(5, 5);
    expect(await tooltip.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await tooltip.waitFor({ state: 'hidden' });
  });

  it('is walked through by keys, and says aloud where it is', async () => {
    const { page } = await use.dashboard('timeline');
    await page.getByTestId('timeline lane milestone').focus();
    await page.keyboard.press('Home');
    const said = page.getByTestId('timeline announcement');
    await eventually(async () => expect(await said.textContent()).toContain('First show on record'));
    await page.keyboard.press('ArrowRight');
    await eventually(async () => expect(await said.textContent()).not.toContain('First show on record'));
    expect(await page.getByTestId('timeline tooltip').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByTestId('timeline tooltip').waitFor({ state: 'hidden' });
  });

  it.each([
    ['its button', (page: Page) => page.getByTestId('timeline zoom in').click()],
    [
      'the wheel',
      async (page: Page) => {
        const { x, y } = await firstStar(page);
        await page.mouse.move(x, y);
        await page.mouse.wheel(0, -240);
      },
    ],
    [
      'a key',
      async (page: Page) => {
        await page.getByTestId('timeline lane show').focus();
        await page.keyboard.press('+');
      },
    ],
  ])('zooms the whole dashboard with %s', async (_how, zoom) => {
    const { page, problems } = await use.dashboard('timeline');
    const shows = page.getByTestId('data-testid Panel header Which shows were played, and which are booked?');
    await shows.getByRole('row').nth(1).waitFor();
    const before = range(page);
    await zoom(page);
    await eventually(async () => expect(range(page)).not.toEqual(before));
    const [from, to] = range(page).map((time) => Date.parse(time!));
    expect(to! - from!).toBeLessThan(12 * 365.25 * 86_400_000);
    expect(problems).toEqual([]);
  });

  it('shows everything again with "Fit all"', async () => {
    const { page } = await use.dashboard('timeline');
    await page.getByTestId('timeline zoom in').click();
    await page.waitForURL(/from=\d{4}-/);
    await page.getByTestId('timeline zoom in').click();
    await page.getByTestId('timeline fit all').click();
    await page.getByTestId('timeline plot').locator('svg text', { hasText: 'First show on record' }).waitFor();
  });

  it('has every item in a table for screen readers', async () => {
    const { page } = await use.dashboard('timeline');
    const table = page.getByTestId('timeline table').getByRole('table');
    // It is made after the picture, so that drawing need not wait for it.
    await table.getByRole('row').nth(20).waitFor({ state: 'attached' });
    expect(await table.getByRole('columnheader').allTextContents()).toEqual(expect.arrayContaining(['Title', 'When']));
  });
});
