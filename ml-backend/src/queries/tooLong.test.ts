import { sql } from 'kysely';
import { createForecaster } from '../serving/forecaster.ts';
import { createArtist } from '../store/artists.ts';
import { connect, withTenant } from '../store/connection.ts';
import { testDatabase } from '../store/testing.ts';
import { runQuery } from './run.ts';

describe('a statement that takes too long', () => {
  it('is cancelled, and the panel hears what to ask instead', async () => {
    const database = await testDatabase();
    const db = connect(database.urls.app, { statementTimeoutMs: 200 });
    const forecaster = createForecaster();
    const { tenantId } = database;
    await withTenant(database.db, tenantId, (tx) => createArtist(tx, { slug: 'nova-parade', name: 'Nova Parade' }));

    const answer = await database.owner.transaction().execute(async (holder) => {
      await sql`LOCK TABLE encore.gig IN ACCESS EXCLUSIVE MODE`.execute(holder);
      return runQuery(
        { refId: 'A', queryType: 'gigs', params: { artists: ['nova-parade'] } },
        {
          tenantId,
          timeRange: { from: 0, to: Date.UTC(2030, 0, 1) },
          fromAlert: false,
          now: new Date(),
          services: { db, forecaster },
        }
      );
    });

    expect(answer).toEqual({
      status: 504,
      error: expect.stringMatching(/^gigs: takes too long; /),
      errorSource: 'downstream',
    });
    await forecaster.close();
    await db.destroy();
    await database.close();
  });
});
