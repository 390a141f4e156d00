import { Server } from 'node:net';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { EncoreError } from '../errors.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Fires when the service ends and long work must be given up. */
    ending: AbortSignal;
    /** Answers the requests that wait for their answer with an error; what their handlers find later is dropped. */
    answerWaiting: (error: EncoreError, which?: (request: FastifyRequest) => boolean) => void;
  }
}

// A connection that has been silent for so long is not about to send a request that its end would break.
const quietMs = 250;
const drainMs = 2_000;
// What is left of the ten seconds after which the process ends by force: see lifecycle.ts.
const giveUpMs = 6_000;
const answerMs = 7_000;
const cutMs = 8_000;

const serviceEnds = () =>
  new EncoreError('SERVICE_ENDING', 503, 'the service ends, and nothing of this was kept; send it again in a moment');

/**
 * The end of the service, so that no request is left without its whole answer: first nobody new is let in, then who is
 * connected gets answers that close the connection, and only silent connections are closed. Long work is given up when
 * its time is over.
 */
export const draining = fp(async (app) => {
  const waiting = new Set<FastifyReply>();
  const ending = new AbortController();
  let closing = false;
  let lastRequest = 0;

  const answerWaiting: FastifyInstance['answerWaiting'] = (error, which = () => true) => {
    for (const reply of waiting) if (!reply.sent && which(reply.request)) void reply.send(error);
  };
  app.decorate('ending', ending.signal);
  app.decorate('answerWaiting', answerWaiting);

  app.addHook('onRequest', (_request, reply, done) => {
    waiting.add(reply);
    lastRequest = performance.now();
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('onResponse', (_request, reply, done) => {
    waiting.delete(reply);
    done();
  });

  const timers: NodeJS.Timeout[] = [];
  app.addHook('preClose', async () => {
    closing = true;
    if (!app.server.listening) return;
    // Connections that the machine has made meanwhile are taken before the door closes.
    for (let i = 0; i < 3; i++) await turn();
    stopListening(app);
    const later = (work: () => void, ms: number) => void timers.push(setTimeout(work, ms).unref());
    later(() => ending.abort(serviceEnds()), giveUpMs);
    later(() => answerWaiting(serviceEnds()), answerMs);
    later(() => app.server.closeAllConnections(), cutMs);
    const until = performance.now() + drainMs;
    const quiet = () => waiting.size === 0 && performance.now() - lastRequest > quietMs;
    while ((await connections(app)) > 0 && !quiet() && performance.now() < until) await sleep(20);
  });
  app.addHook('onClose', async () => timers.forEach(clearTimeout));
});

/** Closes the door alone: the server's own `close` cuts connections whose next request may be on its way. */
function stopListening(app: FastifyInstance): void {
  Server.prototype.close.call(app.server);
}

const connections = (app: FastifyInstance): Promise<number> =>
  new Promise((resolve) => app.server.getConnections((error, count) => resolve(error ? 0 : count)));
