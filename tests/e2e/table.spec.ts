import { expect, test } from '@grafana/plugin-e2e';
import { pick, testIds } from './grafana.ts';

test('a table panel shows the artists', async ({ panelEditPage, page }) => {
  await panelEditPage.datasource.set('Encore');
  await panelEditPage.setVisualization('Table');
  await pick(page, testIds.query.type, 'Artists');
  await expect(panelEditPage.refreshPanel()).toBeOK();
  await expect(panelEditPage.panel.fieldNames).toContainText(['genre']);
  await expect(panelEditPage.panel.data.first()).not.toBeEmpty();
});
