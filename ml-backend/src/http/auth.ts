import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { EncoreError } from '../errors.ts';
import type { Db } from '../store/connection.ts';
import type { KeyIdentity, Scope } from '../store/keys.ts';
import { findKey, hashKey, noteKeyUse } from '../store/keys.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set for every route under /v1. */
    auth: KeyIdentity;
  }
  interface FastifyContextConfig {
    /** What the key must be allowed to do; `read` where a route says nothing. */
    scope?: Scope;
  }
}

const keepFor = 30_000;
const mostKept = 1_000;

/** Bearer keys on everything under /v1. A key that was found is remembered for 30 s, so revoking takes at most that. */
export const auth = fp<{ db: Db }>(async (app, { db }) => {
  const kept = new Map<string, { identity: KeyIdentity; until: number }>();
  const asked = new Map<string, Promise<KeyIdentity | undefined>>();

  async function identify(key: string): Promise<KeyIdentity | undefined> {
    const hash = hashKey(key);
    const found = kept.get(hash);
    if (found && found.until > Date.now()) return found.identity;
    // A dashboard's panels ask all at once: they share one look-up.
    const look = asked.get(hash) ?? findKey(db, key).finally(() => asked.delete(hash));
    asked.set(hash, look);
    const identity = await look;
    if (!identity) return undefined;
    if (kept.size >= mostKept) kept.clear();
    const until = Math.min(Date.now() + keepFor, identity.expiresAt?.getTime() ?? Infinity);
    kept.set(hash, { identity, until });
    // For the list of keys; no request waits for it or fails because of it.
    void noteKeyUse(db, identity).catch(() => undefined);
    return identity;
  }

  app.decorateRequest('auth');
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    // By the route that was found, not by the text of the address: /%761/ leads to /v1/ as well.
    if (!(request.routeOptions.url ?? request.url).startsWith('/v1/')) return;
    const key = /^Bearer ([\x21-\x7e]{1,400})$/.exec(request.headers.authorization ?? '')?.[1];
    const identity = key && (await identify(key));
    if (!identity) {
      reply.header('www-authenticate', 'Bearer realm="encore"');
      const what = key ? 'this API key is unknown, revoked or expired' : 'an API key is missing';
      throw new EncoreError(
        'KEY_INVALID',
        401,
        `${what}; send "Authorization: Bearer <key>", the first key is in the file api-key of the data folder`
      );
    }
    const scope = request.routeOptions.config.scope ?? 'read';
    if (!identity.scopes.includes(scope)) {
      throw new EncoreError(
        'SCOPE_MISSING',
        403,
        `this API key may ${identity.scopes.join(', ')}, but this needs "${scope}"; use a key with that scope`
      );
    }
    request.auth = identity;
  });
});
