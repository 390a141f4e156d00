import type { BackendSrv, BackendSrvRequest, FetchError, FetchResponse } from '@grafana/runtime';
import { from, lastValueFrom, throwError, type Observable } from 'rxjs';
import { base } from './bootData.ts';
import { toServiceBody, type GrafanaQueryBody } from './queryBody.ts';

/** Where a Grafana address leads in the preview: the service's own route, without the Go part between. */
interface Route {
  method: 'GET' | 'POST';
  url: string;
  body?: unknown;
}

/**
 * Grafana's HTTP service for plugins. It knows the addresses that a data source uses
 * (queries, resources, health) and refuses every other: there is no Grafana behind it.
 */
export const backendSrv: BackendSrv = {
  fetch: <T>(options: BackendSrvRequest): Observable<FetchResponse<T>> => from(send<T>(options)),
  request: (options) => body(options),
  datasourceRequest: (options) => lastValueFrom(backendSrv.fetch(options)),
  get: (url, params: Record<string, unknown>) => body({ url, params }),
  post: (url, data) => body({ url, data, method: 'POST' }),
  put: (url, data) => body({ url, data, method: 'PUT' }),
  patch: (url, data) => body({ url, data, method: 'PATCH' }),
  delete: (url, data) => body({ url, data, method: 'DELETE' }),
  chunked: () => throwError(() => new Error('The preview does not stream.')),
};

/** What the service or the network refused, in the shape that plugins know from Grafana. */
class RequestError extends Error implements FetchError {
  readonly config: BackendSrvRequest;
  readonly status: number;
  readonly data: { message?: string };
  readonly isHandled = true;

  constructor(config: BackendSrvRequest, status: number, data: { message?: string }) {
    super(data.message ?? `${config.url}: ${status}`);
    this.config = config;
    this.status = status;
    this.data = data;
  }
}

async function body<T>(options: BackendSrvRequest): Promise<T> {
  return (await send<T>(options)).data;
}

async function send<T>(options: BackendSrvRequest): Promise<FetchResponse<T>> {
  const route = find(options);
  if (!route) {
    throw new RequestError(options, 404, { message: `The preview has no ${options.url}; that needs Grafana.` });
  }
  const answer = await fetch(base + route.url, {
    method: route.method,
    signal: options.abortSignal,
    headers: { 'content-type': 'application/json' },
    body: route.body === undefined ? undefined : JSON.stringify(route.body),
  }).catch((error: Error) => {
    throw new RequestError(options, 503, { message: `The Encore service does not answer: ${error.message}` });
  });
  const data = (await answer.json().catch(() => ({}))) as T & { message?: string };
  if (!answer.ok) {
    throw new RequestError(options, answer.status, data);
  }
  const { status, statusText, ok, headers, redirected, type, url } = answer;
  return { data, status, statusText, ok, headers, redirected, type, url, config: options };
}

function find({ url, data, method = 'GET' }: BackendSrvRequest): Route | undefined {
  const { pathname, search } = new URL(url, location.origin);
  if (pathname.endsWith('/api/ds/query')) {
    return { method: 'POST', url: '/api/query', body: toServiceBody(data as GrafanaQueryBody) };
  }
  const [, what] = pathname.match(/\/api\/datasources\/(?:uid\/)?[^/]+\/(resources\/.+|health)$/) ?? [];
  if (what && method === 'GET') {
    return { method, url: `/api/${what.replace('resources/', '')}${search}` };
  }
  return undefined;
}
