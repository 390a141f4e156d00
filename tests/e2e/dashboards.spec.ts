import { expect, test } from '@grafana/plugin-e2e';
import { dashboards, panels, picture, watch } from './grafana.ts';

test.use({ viewport: { width: 1280, height: 900 } });

test('the career timeline draws the lanes of the first artist', async ({ gotoDashboardPage, page }) => {
  const problems = watch(page);
  await gotoDashboardPage({ uid: dashboards.careerTimeline.uid });
  const panel = page.getByTestId(panels.timeline.panel);
  await expect(panel.getByTestId(panels.timeline.plot)).toBeVisible();
  await expect(panel.getByTestId(panels.timeline.table)).toContainText(/show/i);
  await picture(page, 'career-timeline');
  expect(problems).toEqual([]);
});

test('the revenue forecast draws history, expectation and bands', async ({ gotoDashboardPage, page }) => {
  const problems = watch(page);
  await gotoDashboardPage({ uid: dashboards.revenueForecast.uid });
  const panel = page.getByTestId(panels.confidence.panel);
  await expect(panel.getByTestId(panels.confidence.expected)).toBeVisible();
  for (const level of [50, 80, 95]) await expect(panel.getByTestId(panels.confidence.band(level))).toBeVisible();
  await expect(panel.getByTestId(panels.confidence.header)).toBeVisible();
  await picture(page, 'revenue-forecast');
  expect(problems).toEqual([]);
});

test('a dashboard links to the other one and takes the artist along', async ({ gotoDashboardPage, page }) => {
  await gotoDashboardPage({ uid: dashboards.careerTimeline.uid, queryParams: new URLSearchParams({ from: 'now-5y' }) });
  await expect(page.getByTestId(panels.timeline.plot)).toBeVisible();
  const artist = new URL(page.url()).searchParams.get('var-artist');
  await page.getByRole('link', { name: 'Revenue forecast' }).first().click();
  await expect(page.getByTestId(panels.confidence.plot)).toBeVisible();
  expect(new URL(page.url()).searchParams.get('var-artist')).toBe(artist);
});

test('another artist of the variable gives another picture', async ({ gotoDashboardPage, page }) => {
  await gotoDashboardPage({ uid: dashboards.careerTimeline.uid });
  const table = page.getByTestId(panels.timeline.table);
  await expect(table).toContainText(/show/i);
  const before = await table.textContent();
  await page.getByTestId('data-testid template variable').getByRole('combobox').first().click();
  await page.getByRole('option').nth(1).click();
  await expect.poll(() => table.textContent()).not.toBe(before);
});
