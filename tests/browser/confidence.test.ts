import type { Page } from 'playwright-core';
import { describeInBrowser, eventually, inAddress } from './harness.ts';

const id = (name: string) => `data-testid confidence ${name}`;

/** A point of the plot, as shares of its width and height. */
async function at(page: Page, across: number, down = 0.5): Promise<{ x: number; y: number }> {
  const box = (await page.getByTestId(id('plot')).boundingBox())!;
  return { x: box.x + box.width * across, y: box.y + box.height * down };
}

describeInBrowser('the forecast with its confidence', (use) => {
  it('draws history, forecast and the three bands', async () => {
    const { page } = await use.dashboard('forecast');
    for (const part of ['history', 'expected', 'band 50', 'band 80', 'band 95']) {
      expect(await page.getByTestId(id(part)).count()).toBe(1);
    }
  });

  it('explains the month under the pointer', async () => {
    const { page } = await use.dashboard('forecast');
    const { x, y } = await at(page, 0.7);
    await page.mouse.move(x, y);
    const tooltip = page.getByTestId(id('tooltip'));
    await tooltip.waitFor();
    expect(await tooltip.textContent()).toMatch(/20\d\d/);
    await page.mouse.move(5, 5);
    await tooltip.waitFor({ state: 'hidden' });
  });

  it('is walked through by keys', async () => {
    const { page } = await use.dashboard('forecast');
    await page.getByRole('group', { name: /history and forecast/ }).focus();
    await page.keyboard.press('Home');
    const tooltip = page.getByTestId(id('tooltip'));
    await tooltip.waitFor();
    const first = await tooltip.textContent();
    await page.keyboard.press('ArrowRight');
    await eventually(async () => expect(await tooltip.textContent()).not.toBe(first));
    await page.keyboard.press('Escape');
    await tooltip.waitFor({ state: 'hidden' });
  });

  it('zooms the whole dashboard to a span that is dragged, and back by a double click', async () => {
    const { page, problems } = await use.dashboard('forecast');
    const from = await at(page, 0.3);
    const to = await at(page, 0.6);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/from=\d{4}-/);
    const zoomed = inAddress(page, 'from');
    await page.mouse.dblclick(to.x, to.y);
    await eventually(async () => expect(inAddress(page, 'from')).not.toBe(zoomed));
    expect(problems).toEqual([]);
  });

  it('hides a band, and both of its bounds, with Ctrl and its legend entry', async () => {
    const { page } = await use.dashboard('forecast');
    await page
      .getByRole('button', { name: /95%/ })
      .first()
      .click({ modifiers: ['Control'] });
    await page.getByTestId(id('band 95')).waitFor({ state: 'detached' });
  });

  it('has every month in a table for screen readers', async () => {
    const { page } = await use.dashboard('forecast');
    const table = page.getByTestId(id('table')).getByRole('table');
    await eventually(async () => expect(await table.getByRole('row').count()).toBeGreaterThan(40));
  });
});
