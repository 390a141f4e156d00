import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserContext } from 'playwright-core';

/** The preview built from the packages of the next Grafana. */
export const nextSite = resolve(import.meta.dirname, '../../preview/next/dist');

/**
 * Gives a browser another build of the preview in place of the one that the service has: the page and its files come from
 * the folder, with the service's own headers; plugins, dashboards and answers stay the service's.
 */
export async function giveSite(context: BrowserContext, dist: string): Promise<void> {
  await context.route(/\/preview(\/(?!api\/)|\?|$)/, async (route) => {
    const { pathname } = new URL(route.request().url());
    const path = pathname.replace(/^\/preview\/?/, '');
    const isPage = path === '' || path.startsWith('d/');
    const file = join(dist, isPage ? 'index.html' : path);
    if (!isPage && !existsSync(file)) {
      return route.fulfill({ path: join(dist, 'public/build/img/icons/missing.svg') });
    }
    if (!isPage) return route.fulfill({ path: file });
    const { 'content-length': _length, 'content-encoding': _encoding, ...headers } = (await route.fetch()).headers();
    return route.fulfill({ headers, body: readFileSync(file) });
  });
}
