import { expect, test } from '@grafana/plugin-e2e';
import { testIds } from './grafana.ts';

test('an annotation query finds milestones, releases and unusual times', async ({ annotationEditPage, page }) => {
  await annotationEditPage.datasource.set('Encore');
  await expect(page.getByTestId(testIds.annotation.editor)).toBeVisible();
  await expect(annotationEditPage.runQuery()).toBeOK();
  await expect(annotationEditPage).toHaveAlert('success', { hasText: /event/ });
});
