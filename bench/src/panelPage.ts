import type { Browser, CDPSession, Page, Route } from 'playwright-core';

export interface PanelRun {
  scriptMs: number;
  fps: number;
}

/**
 * Opens a dashboard of the preview, holds the answer to the panel's query until the page rests, then lets it go.
 * What the page's scripts do from there to the last frame is the panel's work, with what Grafana's own code does to draw it.
 */
export async function drawPanel(browser: Browser, url: string, queryType: string, frames: object[]): Promise<PanelRun> {
  const page = await browser.newPage({ viewport: { width: 1368, height: 900 } });
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const held = hold(page, queryType);
    await page.goto(url);
    const route = await held;
    await rest(page, session);
    const before = await scriptMs(session);
    const body = JSON.stringify({ results: { A: { status: 200, frames } } });
    await route.fulfill({ contentType: 'application/json', body });
    await page.waitForFunction(
      () =>
        document.querySelector(
          '[data-viz-panel-key] svg, [data-viz-panel-key] canvas, [data-testid^="encore"] svg, [data-testid^="encore"] canvas'
        ),
      undefined,
      { timeout: 30_000 }
    );
    await rest(page, session);
    const spent = (await scriptMs(session)) - before;
    return { scriptMs: spent, fps: await framesPerSecond(page) };
  } finally {
    await page.close();
  }
}

/** The first query of this type, kept waiting; all others go through. */
function hold(page: Page, queryType: string): Promise<Route> {
  return new Promise((resolve, reject) => {
    let found = false;
    page
      .route('**/preview/api/query', async (route) => {
        if (found || !route.request().postData()?.includes(`"queryType":"${queryType}"`)) return route.continue();
        found = true;
        resolve(route);
      })
      .catch(reject);
  });
}

async function scriptMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN) * 1000;
}

/** Until scripts have been quiet for half a second. */
async function rest(page: Page, session: CDPSession): Promise<void> {
  let last = await scriptMs(session);
  for (let quiet = 0; quiet < 5; ) {
    await page.waitForTimeout(100);
    const now = await scriptMs(session);
    quiet = now - last < 1 ? quiet + 1 : 0;
    last = now;
  }
}

/** 1000 / the 95th percentile of the gaps between frames, over 100 pointer moves and 60 changes of size. */
async function framesPerSecond(page: Page): Promise<number> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    let last = performance.now();
    const tick = (now: number) => {
      gaps.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { encoreFrameGaps: gaps });
  });
  for (let move = 0; move < 100; move++) await page.mouse.move(200 + move * 10, 250 + (move % 20) * 5);
  for (let step = 0; step < 60; step++) await page.setViewportSize({ width: 1368 - step * 6, height: 900 });
  const gaps = await page.evaluate(() => (window as unknown as { encoreFrameGaps: number[] }).encoreFrameGaps);
  const sorted = gaps.toSorted((a, b) => a - b);
  return 1000 / (sorted[Math.floor(sorted.length * 0.95)] ?? NaN);
}
