import { describeInBrowser, eventually, services } from './harness.ts';
import { lane } from './timelineReach.ts';

describeInBrowser('the timeline on other media', (use) => {
  it('is printed on white with every lane and the legend, and without buttons', async () => {
    const { page, panel } = await use.dashboard('timeline', { theme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    await eventually(async () => expect(await panel.getAttribute('data-medium')).toBe('paper'));
    expect(await page.getByTestId('timeline fit all').count()).toBe(0);
    const body = page.getByTestId('timeline body');
    const cut = await body.evaluate((el) => el.scrollHeight - el.clientHeight);
    expect(cut).toBeLessThanOrEqual(1);
    const ground = await panel.evaluate((el) => {
      const sheet = el.closest('div[style*="transform"], div')!.parentElement!;
      for (let at: Element | null = sheet; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (backgroundColor !== 'rgba(0, 0, 0, 0)') {
          return backgroundColor;
        }
      }
      return '';
    });
    expect(ground).toBe('rgb(255, 255, 255)');
    const ink = await page
      .getByTestId('timeline header')
      .locator('span')
      .first()
      .evaluate((el) => getComputedStyle(el).color);
    expect(Number(/\d+/.exec(ink)![0])).toBeLessThan(80);
    await page.emulateMedia({ media: 'screen' });
    await eventually(async () => expect(await panel.getAttribute('data-medium')).toBe('screen'));
  });

  it('is larger on a wall, and tells one mark after the other in a line', async () => {
    const { page } = await use.open(`${services.full}/preview/d/encore-career-timeline?kiosk`, {
      width: 1920,
      height: 1080,
    });
    const caption = page.getByTestId('timeline caption');
    await caption.getByText('When').waitFor({ timeout: 20_000 });
    expect(await page.getByTestId('timeline zoom in').count()).toBe(0);
    const size = await lane(page, 'tour').evaluate(
      (el) => el.getBoundingClientRect().width / (el as HTMLElement).offsetWidth
    );
    expect(size).toBeGreaterThan(1.05);
    const first = await caption.textContent();
    await eventually(async () => expect(await caption.textContent()).not.toBe(first), 15_000);
  });

  it('needs no sideways scrolling on a phone, and names its lanes above their marks', async () => {
    const { page } = await use.dashboard('timeline', { width: 400, height: 800 });
    expect(await page.getByTestId('timeline body').getByText('Releases', { exact: true }).isVisible()).toBe(true);
    expect(await page.getByRole('separator').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  });
});
