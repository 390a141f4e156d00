import { listArtists } from '../store/artists.ts';
import { withTenant } from '../store/connection.ts';
import { listTenants } from '../store/tenants.ts';
import { defineJob } from './job.ts';
import { refreshForecasts } from './refreshForecasts.ts';

/** A bucket ends with the day in some time zone: every artist is looked at once a night; unchanged facts cost a look-up. */
export const renewForecasts = defineJob({
  name: 'forecasts.renew',
  says: 'Looks every night, and when the worker starts, whether a bucket has ended and a forecast is due.',
  every: '10 3 * * *',
  atStart: true,
  timeoutSeconds: 300,
  async run({ db, owner, enqueue }) {
    for (const { tenantId } of await listTenants(owner)) {
      for (const { artistId } of await withTenant(db, tenantId, listArtists)) {
        await enqueue(refreshForecasts, { tenantId, artistId }, `${tenantId}/${artistId}`);
      }
    }
  },
});
