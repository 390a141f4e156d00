import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

/** Quiet flags: as root Chromium has no sandbox, and nothing of it may phone home. */
const args =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' '
  );

/**
 * A browser in a profile of its own. Its time zone is far from UTC, so that a date told in local time is seen as wrong.
 * Pages share the profile: the second one finds the scripts compiled.
 */
export async function launch(): Promise<BrowserContext> {
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  return browser.newContext({ timezoneId: 'America/New_York' });
}

export const quit = (context: BrowserContext): Promise<void> | undefined => context.browser()?.close();

export interface View {
  width?: number;
  height?: number;
  theme?: 'dark' | 'light';
}

/** A page of the preview, and whatever went wrong on it so far. */
export interface Opened {
  page: Page;
  /** Console errors and warnings, exceptions, failed answers, requests to elsewhere. */
  problems: string[];
}

/** Opens an address in the theme and size that are asked for. */
export async function open(context: BrowserContext, url: string, view: View = {}): Promise<Opened> {
  const { width = 1368, height = 900, theme = 'dark' } = view;
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  const problems: string[] = [];
  await page.addInitScript((choice) => localStorage.setItem('encore.preview.theme', choice), theme);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      problems.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.stack}`));
  page.on('response', (answer) => {
    if (answer.status() >= 400) {
      problems.push(`${answer.status()} ${answer.url()}`);
    }
  });
  const { origin } = new URL(url);
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) {
      problems.push(`request to elsewhere: ${request.url()}`);
    }
  });
  await page.goto(url);
  return { page, problems };
}
