import { startBackend } from '../support/backend.ts';
import { findChromium } from '../support/chromium.ts';

/** One service with demo careers and one with an empty database, for all browser tests. */
export default async function setup() {
  if (!findChromium()) {
    return;
  }
  const demo = ['demo', '--artists', '3', '--years', '6', '--seed', '1'];
  const [full, empty] = await Promise.all([startBackend([demo]), startBackend()]);
  process.env.ENCORE_BROWSER_TESTS = JSON.stringify({ full: full.url, empty: empty.url, key: full.key });
  globalThis.encoreBrowserBackends = [full, empty];
}
