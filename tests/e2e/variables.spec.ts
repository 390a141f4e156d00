import { expect, test } from '@grafana/plugin-e2e';
import { pick, testIds } from './grafana.ts';

for (const kind of ['artists', 'metrics', 'genres', 'venues', 'platforms', 'sources']) {
  test(`a variable lists ${kind}`, async ({ variableEditPage, page }) => {
    await variableEditPage.setVariableType('Query');
    await variableEditPage.datasource.set('Encore');
    await pick(page, testIds.variable.kind, kind[0]!.toUpperCase() + kind.slice(1));
    await variableEditPage.runQuery();
    await expect(
      variableEditPage
        .getByGrafanaSelector(
          variableEditPage.ctx.selectors.pages.Dashboard.Settings.Variables.Edit.General.previewOfValuesOption
        )
        .first()
    ).toBeVisible();
  });
}
