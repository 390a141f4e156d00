import { trainForecasts } from '../serving/train.ts';
import { findArtists } from '../store/artists.ts';
import { withTenant } from '../store/connection.ts';
import { defineJob } from './job.ts';

/** After an import: every forecast of one artist. */
export const refreshForecasts = defineJob<{ tenantId: string; artist: string }>({
  name: 'forecasts.refresh',
  says: 'Makes an artist’s forecasts anew when facts arrive.',
  timeoutSeconds: 900,
  async run({ db, forecaster, logger, signal, now }, { tenantId, artist }) {
    const artists = await withTenant(db, tenantId, (tx) => findArtists(tx, [artist]));
    const { made, unchanged, failed } = await trainForecasts(db, forecaster, { tenantId, artists, asOf: now, signal });
    for (const { error, ...subject } of failed) logger.error({ err: error, ...subject }, 'forecast failed');
    logger.info({ artist, made, unchanged, failed: failed.length }, 'forecasts refreshed');
  },
});
