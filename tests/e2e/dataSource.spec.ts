import { expect, test } from '@grafana/plugin-e2e';
import { dataSource, testIds } from './grafana.ts';

const address = process.env.ENCORE_URL ?? 'http://127.0.0.1:8080';
const key = process.env.ENCORE_API_KEY ?? '';

test.describe('a new data source', () => {
  // Nobody but the service knows its key; Playwright counts what is skipped for want of it, with this reason.
  test.skip(key === '', 'ENCORE_API_KEY is unset: the key of the service at ENCORE_URL');

  test('is saved and tested with the right key', async ({ createDataSourceConfigPage, page }) => {
    const configPage = await createDataSourceConfigPage({ type: dataSource.type });
    await page.getByTestId(testIds.config.url).fill(address);
    await page.getByTestId(testIds.config.apiKey).fill(key);
    await expect(configPage.saveAndTest()).toBeOK();
    await expect(configPage).toHaveAlert('success', { hasText: /PostgreSQL/ });
  });

  test('says what to do about a wrong key', async ({ createDataSourceConfigPage, page }) => {
    const configPage = await createDataSourceConfigPage({ type: dataSource.type });
    await page.getByTestId(testIds.config.url).fill(address);
    await page.getByTestId(testIds.config.apiKey).fill('enc_not_a_key');
    await expect(configPage.saveAndTest()).not.toBeOK();
    await expect(configPage).toHaveAlert('error', { hasText: /key/i });
  });

  test('says what to do about an address where nobody answers', async ({ createDataSourceConfigPage, page }) => {
    const configPage = await createDataSourceConfigPage({ type: dataSource.type });
    await page.getByTestId(testIds.config.url).fill('http://127.0.0.1:9');
    await page.getByTestId(testIds.config.apiKey).fill(key);
    await expect(configPage.saveAndTest()).not.toBeOK();
    await expect(configPage).toHaveAlert('error', { hasText: /127\.0\.0\.1:9/ });
  });
});

test('the provisioned data source is healthy', async ({ request }) => {
  const answer = await request.get(`/api/datasources/uid/${dataSource.uid}/health`);
  expect(answer.ok()).toBe(true);
  expect(((await answer.json()) as { message: string }).message).toMatch(/Encore .*PostgreSQL/);
});
