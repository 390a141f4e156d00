import { sql } from 'kysely';
import { createArtist } from '../store/artists.ts';
import { withTenant } from '../store/connection.ts';
import { testService } from './testing.ts';

it('takes the blame for what breaks in the service itself, and answers the other queries', async () => {
  const own = await testService();
  await sql`DROP TABLE encore.release`.execute(own.database.owner);
  await withTenant(own.database.db, own.database.tenantId, (tx) => createArtist(tx, { slug: 'ada', name: 'Ada' }));
  const { A, B, C } = await own.query([
    { refId: 'A', queryType: 'timeline' },
    { refId: 'B', queryType: 'metrics' },
    { refId: 'C', queryType: 'timeline', params: { artists: ['nobody'] } },
  ]);
  expect(A).toEqual({ status: 500, error: expect.stringMatching(/^timeline: /), errorSource: 'plugin' });
  expect(B!.status).toBe(200);
  expect(C).toMatchObject({ status: 404, errorSource: 'downstream' });
  await own.close();
});
