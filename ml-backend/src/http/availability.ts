import fp from 'fastify-plugin';
import type { Pulse } from '../store/pulse.ts';
import { databaseAway } from './errors.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its work goes on when the database comes back, however long it was away: an import is better late than lost. */
    patient?: boolean;
  }
}

/** Everything under /v1 says at once that the database is away, also to those who asked just before. */
export const availability = fp<{ pulse: Pulse }>(async (app, { pulse }) => {
  app.addHook('onRequest', (request, _reply, done) => {
    done(pulse.away && request.routeOptions.url?.startsWith('/v1/') ? databaseAway() : undefined);
  });
  const stop = pulse.onLost(() =>
    app.answerWaiting(
      databaseAway(),
      ({ routeOptions: { url, config } }) => url?.startsWith('/v1/') === true && !config.patient
    )
  );
  app.addHook('onClose', async () => stop());
});
