import { expect, test } from '@grafana/plugin-e2e';
import { dashboards, dataSource, panels } from './grafana.ts';

test.use({
  storageState: 'playwright/.auth/encore-viewer.json',
  user: { user: 'encore-viewer', password: 'viewer', role: 'Viewer' },
});

test('a viewer sees the dashboards', async ({ gotoDashboardPage, page }) => {
  await gotoDashboardPage({ uid: dashboards.careerTimeline.uid });
  await expect(page.getByTestId(panels.timeline.plot)).toBeVisible();
});

const uploads = `/api/datasources/uid/${dataSource.uid}/resources/imports/uploads`;

test('a viewer cannot write', async ({ page }) => {
  const answer = await page.request.post(uploads, { data: { fileName: 'gigs.csv' } });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toMatch(/Editor/);
});

test.describe('an administrator', () => {
  test.use({ storageState: 'playwright/.auth/admin.json', user: undefined });

  test('writes where a viewer may not', async ({ page }) => {
    const answer = await page.request.post(uploads, { data: { fileName: 'gigs.csv' } });
    expect(answer.status()).toBe(201);
    const { uploadId } = (await answer.json()) as { uploadId: string };
    expect((await page.request.delete(`${uploads}/${uploadId}`)).ok()).toBe(true);
  });
});
