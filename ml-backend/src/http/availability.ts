import fp from 'fastify-plugin';
import type { Pulse } from '../store/pulse.ts';
import { databaseAway } from './errors.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Its work has begun and goes on when a silent database speaks again: an import is better late than lost. */
    patient: boolean;
  }
}

/** Everything under /v1 says at once that the database is away, also to those who asked just before. */
export const availability = fp<{ pulse: Pulse }>(async (app, { pulse }) => {
  app.decorateRequest('patient', false);
  app.addHook('onRequest', (request, _reply, done) => {
    done(pulse.away && request.routeOptions.url?.startsWith('/v1/') ? databaseAway() : undefined);
  });
  const stop = pulse.onLost(() =>
    app.answerWaiting(
      databaseAway(),
      ({ routeOptions: { url }, patient }) => url?.startsWith('/v1/') === true && !patient
    )
  );
  app.addHook('onClose', async () => stop());
});
