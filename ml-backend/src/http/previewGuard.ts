import type { FastifyRequest } from 'fastify';
import { forbidden } from '../errors.ts';

const ownNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The preview answers with the server's own key, so only a page of its own may ask: a foreign name for this
 * machine (DNS rebinding), a page from elsewhere (request forgery) and another machine are refused.
 * @param hosts  further names under which the server is meant to be reached
 * @throws EncoreError HOST_FOREIGN or ORIGIN_FOREIGN, 403
 */
export function refuseForeign({ headers, url, ip }: FastifyRequest, hosts: string[]): void {
  // A name can be claimed by anyone who reaches the port; an address of this machine cannot.
  if (!/^(127\.|::1$|::ffff:127\.)/.test(ip)) {
    throw forbidden(
      'HOST_FOREIGN',
      'the preview answers on this machine only; from elsewhere use Grafana, or a tunnel'
    );
  }
  // A proxy on this machine passes everybody's requests on from 127.0.0.1.
  const proxied = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].find((header) => headers[header] !== undefined);
  if (proxied) {
    throw forbidden(
      'HOST_FOREIGN',
      `the preview does not answer through a proxy (the request has "${proxied}"); use Grafana for others than yourself`
    );
  }
  const { host = '', origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers;
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (!ownNames.includes(name) && !hosts.includes(name)) {
    throw forbidden(
      'HOST_FOREIGN',
      `the preview does not answer under the name "${name}"; open it as http://localhost or http://127.0.0.1`
    );
  }
  const isOwnPage = origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
  if (!isOwnPage) {
    throw forbidden(
      'ORIGIN_FOREIGN',
      `the preview does not answer pages from ${origin}; open ${url} at http://${host}`
    );
  }
  if (site === 'cross-site' && mode !== 'navigate') {
    throw forbidden('ORIGIN_FOREIGN', `the preview does not answer other pages; open http://${host}/preview`);
  }
}

/**
 * What the preview's page may load: its own files and nothing from elsewhere. Emotion writes styles into the page
 * and panels draw images from data, hence the two exceptions.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
