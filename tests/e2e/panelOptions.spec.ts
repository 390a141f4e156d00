import { expect, test } from '@grafana/plugin-e2e';
import { dashboards, panels } from './grafana.ts';

test('an option of the timeline changes its picture', async ({ gotoPanelEditPage, page }) => {
  await gotoPanelEditPage({
    dashboard: { uid: dashboards.careerTimeline.uid },
    id: String(dashboards.careerTimeline.panels.timeline),
  });
  const panel = page.getByTestId(panels.timeline.panel);
  await expect(panel.getByTestId(panels.timeline.overview)).toBeVisible();
  await page
    .getByRole('switch', { name: /overview/i })
    .or(page.getByLabel(/overview/i))
    .first()
    .click({ force: true });
  await expect(panel.getByTestId(panels.timeline.overview)).toHaveCount(0);
});

test('an option of the forecast changes its picture', async ({ gotoPanelEditPage, page }) => {
  await gotoPanelEditPage({
    dashboard: { uid: dashboards.revenueForecast.uid },
    id: String(dashboards.revenueForecast.panels.confidence),
  });
  const panel = page.getByTestId(panels.confidence.panel);
  await expect(panel.getByTestId(panels.confidence.header)).toBeVisible();
  await page
    .getByLabel(/header/i)
    .first()
    .click({ force: true });
  await expect(panel.getByTestId(panels.confidence.header)).toHaveCount(0);
});
