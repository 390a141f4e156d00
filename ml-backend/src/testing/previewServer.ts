/**
 * Serves the preview's routes for their test: `node previewServer.ts <folder> <key>`. It is a process of its own
 * because Fastify requires ES modules, which Node can do and jest cannot. It prints its address, and ends with its
 * standard input.
 */
import { join } from 'node:path';
import Fastify from 'fastify';
import { errors } from '../http/errors.ts';
import { previewRoutes } from '../http/preview.ts';

const [folder = '', key = ''] = process.argv.slice(2);

const app = Fastify();
await app.register(errors);
// Stands for the service's own routes: it tells what it was asked, and with which key.
app.all('/v1/*', ({ method, url, headers, body }) => ({ method, url, key: headers.authorization, body }));
await app.register(previewRoutes, {
  key,
  pluginDist: join(folder, 'plugin'),
  previewDist: join(folder, 'dist'),
  dashboardsDir: join(folder, 'dashboards'),
  hosts: ['encore.lan'],
});
process.stdout.write(await app.listen({ host: '127.0.0.1', port: 0 }));
process.stdin.resume().on('end', () => void app.close());
