import type { Page } from 'playwright-core';
import { inAddress } from './harness.ts';

/** The plot of the timeline and where it is. */
export async function plotOf(page: Page) {
  const plot = page.getByTestId('timeline plot');
  await plot.waitFor();
  const { x, y, width } = (await plot.boundingBox())!;
  return { plot, x, y, width };
}

export const lane = (page: Page, key: string) => page.getByTestId(`timeline lane ${key}`);
export const said = (page: Page) => page.getByTestId('timeline announcement').textContent();
export const tooltip = (page: Page) => page.getByTestId('timeline tooltip');

/** Length of the dashboard's range in days, as the address has it; NaN while it is relative. */
export function daysInAddress(page: Page): number {
  const [from, to] = [inAddress(page, 'from'), inAddress(page, 'to')].map((time) => Date.parse(time ?? ''));
  return (to! - from!) / 86_400_000;
}

/** Drags over the plot, from one x to another. */
export async function drag(page: Page, x0: number, x1: number, y: number): Promise<void> {
  await page.mouse.move(x0, y);
  await page.mouse.down();
  await page.mouse.move((x0 + x1) / 2, y, { steps: 3 });
  await page.mouse.move(x1, y, { steps: 3 });
}
