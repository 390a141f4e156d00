import { expect, test } from '@grafana/plugin-e2e';
import type { APIRequestContext } from '@playwright/test';
import { dataSource, pick, testIds, watch } from './grafana.ts';

// Explore begins with the last hour, which is short for a career.
function address(query: object): string {
  const place = {
    datasource: dataSource.uid,
    queries: [{ refId: 'A', ...query }],
    range: { from: 'now-5y', to: 'now' },
  };
  return `/explore?left=${encodeURIComponent(JSON.stringify(place))}`;
}

async function firstArtist(request: APIRequestContext): Promise<string> {
  const answer = await request.get(`/api/datasources/uid/${dataSource.uid}/resources/options/artists`);
  return ((await answer.json()) as { options: Array<{ value: string }> }).options[0]!.value;
}

test('Explore answers an ad-hoc query', async ({ explorePage, page }) => {
  const problems = watch(page);
  await page.goto(address({ queryType: 'series', params: { artists: [await firstArtist(page.request)] } }));
  await expect(page.getByTestId(testIds.query.type)).toHaveValue('Metric over time');
  await expect(explorePage.runQuery()).toBeOK();
  await expect(page.getByRole('button', { name: 'Graph' }).or(page.getByText('Graph')).first()).toBeVisible();
  await expect(page.locator('.u-over').first()).toBeVisible();
  expect(problems).toEqual([]);
});

test('a mistake in a query is said in its row, with the name of the field', async ({ page }) => {
  await page.goto(address({}));
  await pick(page, testIds.query.type, 'Forecast');
  await expect(page.getByText(/forecast\.artist: is missing/).first()).toBeVisible();
});
