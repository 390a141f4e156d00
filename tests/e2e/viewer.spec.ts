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

test('a viewer cannot write', async ({ page }) => {
  await page.goto('/');
  const status = await page.evaluate(async (uid) => {
    const answer = await fetch(`/api/datasources/uid/${uid}/resources/v1/imports/uploads`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ format: 'gigs', fileName: 'gigs.csv', size: 1 }),
    });
    return { status: answer.status, text: await answer.text() };
  }, dataSource.uid);
  expect(status.status).toBe(403);
  expect(status.text).toMatch(/Editor/);
});
