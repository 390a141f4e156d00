import { trainForecasts } from '../serving/train.ts';
import { findArtistsById } from '../store/artists.ts';
import { withTenant } from '../store/connection.ts';
import { defineJob } from './job.ts';

/** After an import: every forecast of one artist. */
export const refreshForecasts = defineJob<{ tenantId: string; artistId: string }>({
  name: 'forecasts.refresh',
  says: 'Makes an artist’s forecasts anew when facts arrive.',
  timeoutSeconds: 900,
  async run({ db, forecaster, logger, signal, now }, { tenantId, artistId }) {
    const artists = await withTenant(db, tenantId, (tx) => findArtistsById(tx, [artistId]));
    const { made, unchanged, failed } = await trainForecasts(db, forecaster, { tenantId, artists, asOf: now, signal });
    for (const { error, ...subject } of failed) logger.error({ err: error, ...subject }, 'forecast failed');
    logger.info({ artistId, made, unchanged, failed: failed.length }, 'forecasts refreshed');
  },
});
