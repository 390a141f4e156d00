import { from } from 'rxjs';
import { setBackendSrv, type BackendSrv, type BackendSrvRequest } from '@grafana/runtime';

import type { ImportDetail, ImportResult } from './types';

/** Stands in for Grafana's fetch with the data source's resource calls behind it; our own code is never replaced. */
export interface FakeService {
  /** Method and path of each call, in order. */
  calls: string[];
  /** Parts as they arrived, in order. */
  parts: Array<{ path: string; size: number; sha256?: string }>;
  /** Bodies of the calls that finish an upload. */
  finished: unknown[];
  runs: ImportDetail[];
}

interface Behaviour {
  partBytes?: number;
  /** Answers a call in another way: what it throws is refused, a promise is waited for, undefined goes on as usual. */
  instead?: (method: string, path: string, call: number) => unknown;
  result?: Partial<ImportResult>;
  runs?: ImportDetail[];
}

export const artists = [
  { text: 'Ada Marlowe', value: 'ada-marlowe' },
  { text: 'Bea Band', value: 'bea-band' },
];

export const formats = [
  {
    name: 'ledger',
    title: 'Ledger',
    help: 'Money by date, from any table.',
    ofArtist: true,
    columns: [
      { key: 'date', title: 'date', required: true },
      { key: 'amount', title: 'amount', required: true },
    ],
  },
  { name: 'fx', title: 'Exchange rates', help: 'Rates of the label.', ofArtist: false, columns: [] },
];

export const result: ImportResult = {
  importId: 'i1',
  format: 'ledger',
  artistCreated: false,
  read: 10,
  added: 7,
  superseded: 1,
  unchanged: 1,
  withdrawn: 0,
  rejectedCount: 1,
  rejected: [{ line: 4, column: 'date', value: '2024-13-01', reason: '"2024-13-01" is not a day', code: 'BAD_DATE' }],
  notices: [{ code: 'IMPORT_FORMAT_DETECTED', text: 'a.csv was read as ledger (Ledger), by its columns' }],
};

/** A failed fetch as Grafana hands it on. */
export const refusal = (status: number, message: string, code?: string) => ({ status, data: { message, code } });

export function fakeService({ partBytes = 8, instead, result: changes, runs = [] }: Behaviour = {}): FakeService {
  const service: FakeService = { calls: [], parts: [], finished: [], runs };
  const answer = async ({ method = 'GET', url, data, headers, abortSignal }: BackendSrvRequest): Promise<unknown> => {
    const path = decodeURIComponent(url.replace(/.*\/resources\//, ''));
    service.calls.push(`${method} ${path}`);
    const other = await instead?.(method, path, service.calls.filter((call) => call === `${method} ${path}`).length);
    abortSignal?.throwIfAborted();
    if (other !== undefined) {
      return other;
    }
    if (path === 'imports/uploads') {
      return { uploadId: 'u1', partBytes };
    }
    if (method === 'PUT') {
      service.parts.push({ path, size: (data as Blob).size, sha256: headers?.['X-Content-Sha256'] });
      return {};
    }
    if (path.endsWith('/finish')) {
      service.finished.push(data);
      return { ...result, importId: (data as { dryRun?: boolean }).dryRun ? null : 'i1', ...changes };
    }
    const lists: Record<string, unknown> = {
      'imports/formats': { formats },
      'options/artists?limit=5000': { options: artists },
    };
    const run = service.runs.find(({ importId }) => path === `imports/${importId}`);
    return lists[path] ?? run ?? { imports: service.runs };
  };
  setBackendSrv({
    fetch: (request: BackendSrvRequest) => from(answer(request).then((data) => ({ data }))),
  } as unknown as BackendSrv);
  return service;
}
