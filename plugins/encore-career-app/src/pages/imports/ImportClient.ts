import { lastValueFrom } from 'rxjs';
import { getBackendSrv } from '@grafana/runtime';

import type { FormatInfo, ImportDetail, ImportOptions, ImportResult, ImportRun } from './types';

interface Sent {
  data?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * Imports through the resource calls of one data source, which lets editors and admins write. Failures are those of
 * Grafana's fetch: `data.message` says why.
 */
export class ImportClient {
  /** @param uid of the data source */
  constructor(private uid: string) {}

  async formats(): Promise<FormatInfo[]> {
    return (await this.call<{ formats: FormatInfo[] }>('GET', 'imports/formats')).formats;
  }

  /** Artists by name, to choose from. */
  async artists(): Promise<Array<{ text: string; value: string; description?: string }>> {
    const path = 'options/artists?limit=5000';
    return (await this.call<{ options: Array<{ text: string; value: string }> }>('GET', path)).options;
  }

  /** The latest imports first. */
  async history(limit: number): Promise<ImportRun[]> {
    return (await this.call<{ imports: ImportRun[] }>('GET', `imports?limit=${limit}`)).imports;
  }

  detail(importId: string): Promise<ImportDetail> {
    return this.call('GET', `imports/${importId}`);
  }

  begin(fileName: string, signal: AbortSignal): Promise<{ uploadId: string; partBytes: number }> {
    return this.call('POST', 'imports/uploads', { data: { fileName }, signal });
  }

  /** @param part from 1 on; a part that is sent again replaces the first */
  putPart(uploadId: string, part: number, bytes: Blob, sha256: string, signal: AbortSignal): Promise<unknown> {
    const headers = { 'Content-Type': 'application/octet-stream', 'X-Content-Sha256': sha256 };
    return this.call('PUT', `imports/uploads/${uploadId}/parts/${part}`, { data: bytes, headers, signal });
  }

  /** Reads what was uploaded; ending the call rolls everything back. */
  finish(uploadId: string, options: ImportOptions, signal: AbortSignal): Promise<ImportResult> {
    return this.call('POST', `imports/uploads/${uploadId}/finish`, { data: options, signal });
  }

  abandon(uploadId: string): Promise<unknown> {
    return this.call('DELETE', `imports/uploads/${uploadId}`);
  }

  private async call<T>(method: string, path: string, { data, headers, signal }: Sent = {}): Promise<T> {
    const url = `/api/datasources/uid/${encodeURIComponent(this.uid)}/resources/${path}`;
    // The page tells failures itself, where they belong.
    const quiet = { showErrorAlert: false, showSuccessAlert: false };
    const answer = getBackendSrv().fetch<T>({ method, url, data, headers, abortSignal: signal, ...quiet });
    return (await lastValueFrom(answer)).data;
  }
}
