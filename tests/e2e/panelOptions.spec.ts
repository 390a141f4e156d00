import { expect, test } from '@grafana/plugin-e2e';
import { dashboards, panels } from './grafana.ts';

test('an option of the timeline changes its picture', async ({ gotoPanelEditPage, page }) => {
  const { uid, panels: ids } = dashboards.careerTimeline;
  const editor = await gotoPanelEditPage({ dashboard: { uid }, id: String(ids.timeline) });
  const now = page.getByTestId(panels.timeline.panel).getByTestId(panels.timeline.now);
  await expect(now.first()).toBeVisible();
  await editor.getCustomOptions('Timeline').getSwitch('Now line and future').uncheck();
  await expect(now).toHaveCount(0);
});

test('an option of the forecast changes its picture', async ({ gotoPanelEditPage, page }) => {
  const { uid, panels: ids } = dashboards.revenueForecast;
  const editor = await gotoPanelEditPage({ dashboard: { uid }, id: String(ids.confidence) });
  const panel = page.getByTestId(panels.confidence.panel);
  await expect(panel.getByTestId(panels.confidence.now)).toBeVisible();
  await editor.getCustomOptions('Prediction confidence').getSwitch('Now line').uncheck();
  await expect(panel.getByTestId(panels.confidence.now)).toHaveCount(0);
});
