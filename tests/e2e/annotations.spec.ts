import { expect, test } from '@grafana/plugin-e2e';
import { testIds } from './grafana.ts';

test('an annotation query finds milestones, releases and unusual times', async ({ annotationEditPage, page }) => {
  // The last six hours, which a new dashboard shows, are short for a career.
  await page.goto('/dashboard/new?editview=annotations&from=now-10y&to=now');
  await page.getByTestId('data-testid Call to action button Add annotation query').click();
  await annotationEditPage.datasource.set('Encore');
  await expect(page.getByTestId(testIds.annotation.editor)).toBeVisible();
  await expect(annotationEditPage.runQuery()).toBeOK();
  await expect(annotationEditPage).toHaveAlert('success', { hasText: /event/ });
});
