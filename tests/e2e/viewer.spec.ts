import { expect, test } from '@grafana/plugin-e2e';
import { dashboards, panels, uploads } from './grafana.ts';

test.use({
  storageState: 'playwright/.auth/encore-viewer.json',
  user: { user: 'encore-viewer', password: 'viewer', role: 'Viewer' },
});

test('a viewer sees the dashboards', async ({ gotoDashboardPage, page }) => {
  await gotoDashboardPage({ uid: dashboards.careerTimeline.uid });
  await expect(page.getByTestId(panels.timeline.plot)).toBeVisible();
});

test('a viewer cannot write', async ({ page }) => {
  const answer = await page.request.post(uploads, { data: { fileName: 'gigs.csv' } });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toMatch(/Editor/);
});
