/**
 * Pictures of both dashboards, dark and light, on a desk and on a phone:
 * `node tests/support/screenshot.ts docs/images [address of a running Encore]`. Without an address it starts a service
 * with demo careers of its own, and needs the build (`npm run build`).
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startBackend } from './backend.ts';
import { launch, open, quit } from './browser.ts';

/** Grafana's catalogue shows these two. */
const catalogue = join(import.meta.dirname, '../../plugins/encore-career-app/src/img');

const [folder = 'docs/images', address] = process.argv.slice(2);
const dashboards = { 'career-timeline': 'timeline panel', 'revenue-forecast': 'data-testid confidence panel' };

mkdirSync(folder, { recursive: true });
const backend = address ? undefined : await startBackend([['demo', '--artists', '6', '--years', '8', '--seed', '1']]);
const context = await launch();
try {
  for (const [name, panel] of Object.entries(dashboards)) {
    for (const theme of ['dark', 'light'] as const) {
      for (const width of [1280, 400]) {
        const url = `${address ?? backend?.url}/preview/d/encore-${name}`;
        const { page } = await open(context, url, { width, height: 800, theme });
        await page.getByTestId(panel).waitFor();
        await page.waitForLoadState('networkidle');
        await page.evaluate(() => document.fonts.ready);
        const path = join(folder, `${name}-${theme}-${width}.png`);
        await page.screenshot({ path, fullPage: true });
        process.stdout.write(`${path}\n`);
        if (theme === 'dark' && width === 1280) copyFileSync(path, join(catalogue, `${name}.png`));
        await page.close();
      }
    }
  }
} finally {
  await quit(context);
  await backend?.stop();
}
