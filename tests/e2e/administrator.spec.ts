import { expect, test } from '@grafana/plugin-e2e';
import { uploads } from './grafana.ts';

test('an administrator writes where a viewer may not', async ({ page }) => {
  const answer = await page.request.post(uploads, { data: { fileName: 'gigs.csv' } });
  expect(answer.status()).toBe(201);
  const { uploadId } = (await answer.json()) as { uploadId: string };
  expect((await page.request.delete(`${uploads}/${uploadId}`)).ok()).toBe(true);
});
