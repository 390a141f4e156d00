import { describeInBrowser, eventually } from './harness.ts';
import { lane, plotOf, tooltip } from './timelineReach.ts';

describeInBrowser('a cluster of shows', (use) => {
  it('opens by a click into a list of all its members, each with a card of its own', async () => {
    const { page, problems } = await use.dashboard('timeline');
    const { x, width } = await plotOf(page);
    const shows = (await lane(page, 'show').boundingBox())!;
    // The counts of the runs stand at the foot of the lane; the latest run ends at the now line.
    await page.mouse.click(x + width * 0.823, shows.y + shows.height - 18);
    const card = page.getByRole('dialog');
    await card.waitFor();
    const count = Number(/^(\d+) shows/.exec((await card.getAttribute('aria-label')) ?? '')?.[1]);
    const list = page.getByTestId('timeline members');
    expect(await list.getByRole('listitem').first().getAttribute('aria-setsize')).toBe(String(count));
    await page.getByTestId('timeline member 0').click();
    await page.getByRole('button', { name: 'Back to the list' }).waitFor();
    expect(await card.getByText('City', { exact: true }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await list.waitFor();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
  });

  it('opens by Enter, and its list is walked through and searched by keys', async () => {
    const { page } = await use.dashboard('timeline');
    await lane(page, 'show').focus();
    await page.keyboard.press('Home');
    const most = async () => Number(/^(\d+) shows/.exec((await tooltip(page).getAttribute('aria-label')) ?? '')?.[1]);
    for (let i = 0; i < 60 && !((await most()) > 12); i++) {
      await page.keyboard.press('ArrowRight');
    }
    const count = await most();
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-at'));
    await eventually(async () => expect(await focused()).toBe('0'));
    await page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await focused()).toBe('1'));
    await page.keyboard.press('End');
    await eventually(async () => expect(await focused()).toBe(String(count - 1)));
    await page.getByRole('searchbox').fill('no such hall');
    await page.getByText('Nothing found').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByTestId('timeline mark').evaluate((el) => el === document.activeElement)).toBe(true);
  });
});
