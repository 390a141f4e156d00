import { pino } from 'pino';
import { openQueue } from '../jobs/queue.ts';
import { refreshForecasts } from '../jobs/refreshForecasts.ts';

/** Tells the worker that facts of an artist have changed, so that its forecasts are made anew. */
export async function announceFacts(adminUrl: string, tenantId: string, artistIds: Iterable<string>): Promise<void> {
  const queue = await openQueue(adminUrl, pino({ level: 'silent' }), false);
  try {
    for (const artistId of artistIds)
      await queue.enqueue(refreshForecasts, { tenantId, artistId }, `${tenantId}/${artistId}`);
  } finally {
    await queue.close();
  }
}
