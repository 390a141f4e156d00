import { expect } from '@grafana/plugin-e2e';
import type { Page } from '@playwright/test';
import { dashboards, dataSource } from '../../dashboards/src/ids.ts';
import { testIds as confidence } from '../../plugins/encore-career-app/src/confidence/testIds.ts';
import { testIds as timeline } from '../../plugins/encore-career-app/src/timeline/testIds.ts';

export { dashboards, dataSource };
export { plugins } from '../../dashboards/src/ids.ts';
export { testIds } from '../../plugins/encore-career-app/src/common/testIds.ts';
export const panels = { confidence, timeline };

/** Where the data source takes uploads. */
export const uploads = `/api/datasources/uid/${dataSource.uid}/resources/imports/uploads`;

/** What the page complained about; Grafana's own offline calls (gravatar, news, what is new) are none of ours. */
export function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('response', (answer) => {
    if (answer.status() >= 400 && /\/api\/(ds\/query|datasources\/uid)|\/plugins\/encore/.test(answer.url())) {
      problems.push(`${answer.status()} ${answer.url()}`);
    }
  });
  return problems;
}

/** Picks an entry of a Combobox of Grafana. */
export async function pick(page: Page, testId: string, text: string): Promise<void> {
  await page.getByTestId(testId).click();
  await page.getByTestId(testId).fill(text);
  await page.getByRole('option', { name: text }).first().click();
}

/** Waits until the picture has stopped changing and saves it beside the other results. */
export async function picture(page: Page, name: string): Promise<void> {
  await expect(page.getByLabel('Panel loading bar')).toHaveCount(0);
  await page.screenshot({ path: `test-results/pictures/${name}.png` });
}
