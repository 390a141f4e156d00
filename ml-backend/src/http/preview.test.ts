import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const key = 'a-key-that-stays-on-the-server';
const folder = mkdtempSync(join(tmpdir(), 'encore-preview-'));
let server: ChildProcess;
let address: URL;

beforeAll(async () => {
  put('dist/index.html', '<title>Encore</title>');
  put('dist/js/main-1.js', 'main');
  put('dist/public/build/img/icons/missing.svg', '<svg/>');
  put('plugin/plugin.json', JSON.stringify({ id: 'encore-career-app', type: 'app' }));
  put('plugin/timeline/plugin.json', JSON.stringify({ id: 'encore-careertimeline-panel', type: 'panel' }));
  put('plugin/timeline/module.js', 'define([])');
  put('dashboards/one.json', JSON.stringify({ uid: 'one', title: 'One', panels: [] }));
  put('dashboards/package.json', JSON.stringify({ name: 'no-dashboard' }));
  put('secret.txt', 'for nobody');

  const program = fileURLToPath(new URL('../testing/previewServer.ts', import.meta.url));
  server = spawn(process.execPath, [program, folder, key], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(server.stdout!, 'data');
  address = new URL(String(line));
});

afterAll(async () => {
  server.stdin!.end();
  await once(server, 'exit');
  rmSync(folder, { recursive: true });
});

it.each(['/preview', '/preview/', '/preview/d/one', '/preview/d/one?from=now-1y'])(
  'serves the page at %s',
  async (url) => {
    const answer = await ask(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Encore');
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
  }
);

it('lets browsers keep what carries a hash in its name', async () => {
  expect((await ask('/preview/js/main-1.js')).headers['cache-control']).toContain('immutable');
  expect((await ask('/preview')).headers['cache-control']).toContain('max-age=0');
});

it('serves each plugin of the suite under its own id, as Grafana does', async () => {
  const answer = await ask('/public/plugins/encore-careertimeline-panel/module.js');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toContain('javascript');
});

it('finds plugins and dashboards by looking into their folders', async () => {
  expect((await ask('/preview/api/site')).json()).toEqual({
    plugins: [
      { plugin: { id: 'encore-career-app', type: 'app' }, baseUrl: '/public/plugins/encore-career-app' },
      {
        plugin: { id: 'encore-careertimeline-panel', type: 'panel' },
        baseUrl: '/public/plugins/encore-careertimeline-panel',
      },
    ],
    dashboards: [{ uid: 'one', title: 'One', description: '', tags: [] }],
  });
});

it('names the dashboards that there are when asked for another', async () => {
  const answer = await ask('/preview/api/dashboards/two');
  expect(answer.statusCode).toBe(404);
  expect(answer.json().message).toBe('there is no dashboard "two"; there are one');
});

it('asks the service with the server’s key and tells the page nothing of it', async () => {
  const body = { queries: [{ refId: 'A', queryType: 'artists' }], timeRange: { from: 0, to: 1 } };
  const answer = await ask('/preview/api/query', {}, body);
  expect(answer.json()).toEqual({ method: 'POST', url: '/v1/grafana/query', key: `Bearer ${key}`, body });
  expect((await ask('/preview/api/options/artists')).json().url).toBe('/v1/grafana/options/artists');
  for (const url of ['/preview', '/preview/api/site']) {
    expect((await ask(url)).body).not.toContain(key);
  }
});

it('asks for the part of a list that the page asks for', async () => {
  const search = '?search=Caf%C3%A9%20%26&artists=nova&artists=kite&limit=20';
  const { url } = (await ask(`/preview/api/options/venues${search}`)).json();
  expect(url).toBe(`/v1/grafana/options/venues${search}`);
});

it('reaches no other route of the service through the name of a list', async () => {
  const { url } = (await ask('/preview/api/options/..%2F..%2Fimports')).json();
  expect(url).toBe('/v1/grafana/options/..%2F..%2Fimports');
});

describe('refuses', () => {
  it.each([
    ['a foreign name for this machine', { host: 'evil.example' }, 'HOST_FOREIGN'],
    ['a request that a proxy passes on', { host: 'localhost:8080', 'x-forwarded-for': '203.0.113.9' }, 'HOST_FOREIGN'],
    ['a name that only begins like its own', { host: 'localhost.evil.example:8080' }, 'HOST_FOREIGN'],
    ['a page from elsewhere', { host: 'localhost:8080', origin: 'http://evil.example' }, 'ORIGIN_FOREIGN'],
    ['a page on another port', { host: 'localhost:8080', origin: 'http://localhost:3000' }, 'ORIGIN_FOREIGN'],
    ['a page without an address', { host: 'localhost:8080', origin: 'null' }, 'ORIGIN_FOREIGN'],
    ['a script of another page', { host: 'localhost:8080', 'sec-fetch-site': 'cross-site' }, 'ORIGIN_FOREIGN'],
  ])('%s', async (_case, headers, code) => {
    for (const url of ['/preview/api/query', '/preview/api/site', '/public/plugins/encore-career-app/plugin.json']) {
      const answer = await ask(url, headers, url.endsWith('query') ? {} : undefined);
      expect({ url, status: answer.statusCode, code: answer.json().code }).toEqual({ url, status: 403, code });
    }
  });

  // What exists out there must look like what does not, and like a folder of its own.
  it.each(['/preview/', '/preview/js/', '/public/plugins/encore-career-app/', '/preview/public/build/img/icons/'])(
    'to say which files there are outside of %s',
    async (base) => {
      const missing = await ask(`${base}..%2f..%2f..%2fnothing.txt`);
      for (const path of [
        'secret.txt',
        '..%2fsecret.txt',
        '..%2f..%2fsecret.txt',
        'plugin%2fplugin.json',
        'dist',
        '%00',
      ]) {
        for (const up of ['..%2f', '%2e%2e/', '..%5c']) {
          const answer = await ask(base + up + path);
          const seen = [answer.statusCode, answer.headers['content-type']];
          expect({ path, seen }).toEqual({ path, seen: [missing.statusCode, missing.headers['content-type']] });
          expect(answer.body).not.toContain('for nobody');
        }
      }
      expect(missing.statusCode).toBe(base.endsWith('icons/') ? 200 : 404);
    }
  );

  it.each(['/preview/js', '/preview/js/', '/public/plugins/encore-career-app/timeline'])(
    'to list the folder %s',
    async (url) => {
      expect((await ask(url)).statusCode).toBe(404);
    }
  );
});

it.each([
  ['127.0.0.1', { host: '127.0.0.1:8080' }],
  ['IPv6', { host: '[::1]:8080' }],
  ['a name from its configuration', { host: 'encore.lan:8080' }],
  ['its own page', { host: 'localhost:8080', origin: 'http://localhost:8080' }],
  ['a link from elsewhere', { host: 'localhost:8080', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
])('answers %s', async (_case, headers) => {
  expect((await ask('/preview', headers)).statusCode).toBe(200);
});

function put(name: string, content: string) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

interface Answer {
  statusCode: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
  json: () => ReturnType<typeof JSON.parse>;
}

/** A request by hand: `fetch` lets nobody set Host or Origin, and tidies paths. POST where there is a body. */
async function ask(path: string, headers: OutgoingHttpHeaders = {}, body?: unknown): Promise<Answer> {
  const { hostname, port } = address;
  const method = body === undefined ? 'GET' : 'POST';
  const sent = request({ hostname, port, path, method, headers: { 'content-type': 'application/json', ...headers } });
  sent.end(body === undefined ? undefined : JSON.stringify(body));
  const [answer] = await once(sent, 'response');
  const content = await text(answer);
  return { statusCode: answer.statusCode, headers: answer.headers, body: content, json: () => JSON.parse(content) };
}
