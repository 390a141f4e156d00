import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import { EncoreError, notFound } from '../errors.ts';
import { pagePolicy, refuseForeign } from './previewGuard.ts';
import type { PreviewSite } from './previewSite.ts';
import { isFileIn, previewSite } from './previewSite.ts';

export interface PreviewOptions {
  /** The key with which the preview asks the service; it never leaves the server. */
  key: string;
  /** The built app plugin with the plugins nested in it: plugins/encore-career-app/dist. */
  pluginDist: string;
  /** The built page: preview/dist. */
  previewDist: string;
  /** The provisioned dashboards' JSON: dashboards/json. */
  dashboardsDir: string;
  /** Further host names under which the preview may be opened. */
  hosts?: string[];
}

const forGood = { maxAge: '1y', immutable: true };
const forNow = { maxAge: 0 };

/** Serves the preview under /preview, the built plugins under /public/plugins, and asks the service in its name. */
export const previewRoutes: FastifyPluginAsync<PreviewOptions> = async (app, options) => {
  const { key, pluginDist, previewDist, dashboardsDir, hosts = [] } = options;
  app.addHook('onRequest', async (request, reply) => {
    refuseForeign(request, hosts);
    reply.header('content-security-policy', pagePolicy).header('referrer-policy', 'same-origin');
  });
  // Every answer names its own folder; those of the preview may not be built yet.
  await app.register(fastifyStatic, { root: import.meta.dirname, serve: false, preCompressed: true });

  const site = previewSite(resolve(pluginDist), resolve(dashboardsDir));
  servePage(app, resolve(previewDist));
  servePlugins(app, site);
  proxy(app, key);

  app.get('/preview/api/site', hidden, async () => ({
    plugins: (await site.plugins()).map(({ plugin, baseUrl }) => ({ plugin, baseUrl })),
    dashboards: (await site.dashboards()).map(({ uid, title, description = '', tags = [] }) => ({
      uid,
      title,
      description,
      tags,
    })),
  }));
  app.get<{ Params: { uid: string } }>('/preview/api/dashboards/:uid', hidden, ({ params }) =>
    site.dashboard(params.uid)
  );
};

/** The preview's routes are its page's own affair and stay out of the OpenAPI text. */
const hidden = { schema: { hide: true } };

function servePage(app: FastifyInstance, root: string) {
  const page = async (reply: FastifyReply) => {
    if (await isFileIn(root, 'index.html')) return reply.sendFile('index.html', root, forNow);
    throw new EncoreError('PREVIEW_MISSING', 503, 'the preview is not built; run: node preview/build.ts');
  };
  app.get('/preview', hidden, (_request, reply) => page(reply));
  app.get('/preview/d/*', hidden, (_request, reply) => page(reply));
  app.get<{ Params: { '*': string } }>('/preview/*', hidden, async ({ params }, reply) => {
    const path = params['*'];
    if (path === '') return page(reply);
    if (await isFileIn(root, path)) return reply.sendFile(path, root, path === 'page.css' ? forNow : forGood);
    if (path.startsWith('public/build/img/icons/')) {
      return reply.sendFile('public/build/img/icons/missing.svg', root, forNow);
    }
    throw notFound('FILE_UNKNOWN', `the preview has no file ${path}`);
  });
}

/** Grafana serves every plugin of the suite under its own id, wherever its folder is. */
function servePlugins(app: FastifyInstance, site: PreviewSite) {
  app.get<{ Params: { id: string; '*': string } }>('/public/plugins/:id/*', hidden, async ({ params }, reply) => {
    const path = params['*'];
    const folder = (await site.plugins()).find(({ plugin }) => plugin.id === params.id)?.folder;
    if (folder && (await isFileIn(folder, path))) return reply.sendFile(path, folder, forNow);
    throw notFound('FILE_UNKNOWN', `plugin ${params.id} has no file ${path}; run: npm run build`);
  });
}

/** Hands the page's questions to the service's own routes, within this process and with the server's key. */
function proxy(app: FastifyInstance, key: string) {
  const ask = async (reply: FastifyReply, method: 'GET' | 'POST', url: string, body?: unknown) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const answer = await app.inject({ method, url, headers, payload });
    return reply
      .code(answer.statusCode)
      .type(answer.headers['content-type'] ?? 'application/json')
      .send(answer.rawPayload);
  };
  app.post('/preview/api/query', hidden, ({ body }, reply) => ask(reply, 'POST', '/v1/grafana/query', body));
  app.get('/preview/api/catalogue', hidden, (_request, reply) => ask(reply, 'GET', '/v1/grafana/catalogue'));
  app.get('/preview/api/health', hidden, (_request, reply) => ask(reply, 'GET', '/v1/health'));
  app.get<{ Params: { list: string } }>('/preview/api/options/:list', hidden, ({ params, url }, reply) => {
    const asked = url.includes('?') ? url.slice(url.indexOf('?')) : '';
    return ask(reply, 'GET', `/v1/grafana/options/${encodeURIComponent(params.list)}${asked}`);
  });
}
