import { expect, test } from '@grafana/plugin-e2e';
import { pick, testIds, watch } from './grafana.ts';

test('Explore answers an ad-hoc query', async ({ explorePage, page }) => {
  const problems = watch(page);
  await explorePage.datasource.set('Encore');
  await pick(page, testIds.query.type, 'Metric over time');
  await expect(explorePage.runQuery()).toBeOK();
  await expect(
    explorePage.timeSeriesPanel.locator.or(page.getByTestId('data-testid Explore Graph')).first()
  ).toBeVisible();
  expect(problems).toEqual([]);
});

test('a mistake in a query is said in its row, with the name of the field', async ({ explorePage, page }) => {
  await explorePage.datasource.set('Encore');
  await pick(page, testIds.query.type, 'Forecast');
  await page.getByTestId(testIds.query.param('horizon')).fill('52');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/forecast\.horizon/).first()).toBeVisible();
});
