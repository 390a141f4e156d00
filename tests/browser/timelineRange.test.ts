import { describeInBrowser, eventually, inAddress } from './harness.ts';
import { daysInAddress, drag, plotOf } from './timelineReach.ts';

describeInBrowser('the timeline’s range', (use) => {
  it('is selected by a drag, under a band with its dates, and cleared again', async () => {
    const { page, problems } = await use.dashboard('timeline');
    const { x, y, width } = await plotOf(page);
    await drag(page, x + width * 0.4, x + width * 0.6, y + 60);
    const band = (await page.getByTestId('timeline selection').boundingBox())!;
    expect(Math.abs(band.width - width * 0.2)).toBeLessThan(3);
    expect(band.height).toBeGreaterThan(200);
    await page.mouse.up();
    await page.getByTestId('timeline selection').waitFor({ state: 'detached' });
    await eventually(() => expect(daysInAddress(page) / 365.25).toBeCloseTo(12 * 0.2, 1));
    await page.getByTestId('timeline clear zoom').click();
    await eventually(() => expect(daysInAddress(page) / 365.25).toBeCloseTo(12, 1));
    await page.getByTestId('timeline clear zoom').waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
  });

  it('stays when Escape gives the selection up', async () => {
    const { page } = await use.dashboard('timeline');
    const { x, y, width } = await plotOf(page);
    await drag(page, x + width * 0.4, x + width * 0.6, y + 60);
    await page.getByTestId('timeline selection').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('timeline selection').waitFor({ state: 'detached' });
    await page.mouse.up();
    await page.waitForTimeout(500);
    expect(daysInAddress(page)).toBeNaN();
  });

  it('is panned by a drag with Shift, and keeps its length', async () => {
    const { page } = await use.dashboard('timeline');
    const { x, y, width } = await plotOf(page);
    await page.keyboard.down('Shift');
    await drag(page, x + width * 0.3, x + width * 0.55, y + 60);
    await page.mouse.up();
    await page.keyboard.up('Shift');
    // A quarter of twelve years back from two years ahead.
    await eventually(() => {
      const years = (Date.now() - Date.parse(inAddress(page, 'to') ?? '')) / 86_400_000 / 365.25;
      expect(years).toBeCloseTo(1, 1);
    });
    expect(daysInAddress(page) / 365.25).toBeCloseTo(12, 1);
  });
});

describeInBrowser('the crosshair', (use) => {
  it('is shared with the other panels of the dashboard, both ways', async () => {
    const { page, problems } = await use.dashboard('timeline');
    const { x, y, width } = await plotOf(page);
    const line = page.getByTestId('timeline crosshair');
    await page.evaluate(() => {
      const heard: number[] = [];
      const scene = window.__grafanaSceneContext;
      scene.subscribeToEvent({ type: 'data-hover' }, (e) => heard.push(e.payload.point.time));
      Object.assign(window, { heard });
    });
    await page.mouse.move(x + width / 2, y + 20);
    await line.waitFor();
    await eventually(async () => {
      const [time] = await page.evaluate(() => (window as unknown as { heard: number[] }).heard.slice(-1));
      // The middle of now-10y to now+2y.
      expect((Date.now() - time!) / 86_400_000 / 365.25).toBeCloseTo(4, 1);
    });
    await page.mouse.move(5, 5);
    await line.waitFor({ state: 'detached' });

    const elsewhere = (type: string, payload?: object) =>
      page.evaluate(
        ([name, about]) => window.__grafanaSceneContext.publishEvent({ type: name, payload: about }, true),
        [type, payload] as const
      );
    await elsewhere('data-hover', { point: { time: Date.now() - 4 * 365.25 * 86_400_000 } });
    await line.waitFor();
    const at = (await line.boundingBox())!.x - x;
    expect(Math.abs(at - width / 2)).toBeLessThan(width / 100);
    await elsewhere('data-hover-clear');
    await line.waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
  });
});

declare global {
  interface Window {
    __grafanaSceneContext: {
      publishEvent(event: { type: string; payload?: object }, bubble: boolean): void;
      subscribeToEvent(
        type: { type: string },
        handler: (event: { payload: { point: { time: number } } }) => void
      ): void;
    };
  }
}
