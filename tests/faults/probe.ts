import { setTimeout as sleep } from 'node:timers/promises';
import { ledger, sendWhole } from './ledger.ts';
import type { Target } from './ledger.ts';

export interface Probe {
  path: string;
  /** HTTP status; 0 where no whole answer came. */
  status: number;
  /** While the database is away. */
  expected: number;
  /** While it is there. */
  healthy: number;
  ms: number;
}

const everyMs = 200;
const patienceMs = 8_000;

const query = JSON.stringify({
  queries: [{ refId: 'A', queryType: 'series', params: { metrics: ['revenue'] } }],
  timeRange: { from: 0, to: Date.UTC(2030, 0, 1) },
});

const reads: Array<{ path: string; body?: string; expected?: number }> = [
  { path: '/health/live', expected: 200 },
  { path: '/health/ready' },
  { path: '/v1/health' },
  { path: '/v1/grafana/options/artists' },
  { path: '/v1/imports' },
  { path: '/v1/grafana/query', body: query },
];

/** Asks for everything again and again, whether or not the last answers have come. */
export async function watch(target: Target, forMs: number): Promise<Probe[]> {
  const asked: Array<Promise<Probe>> = [];
  for (const end = Date.now() + forMs; Date.now() < end; await sleep(everyMs)) {
    asked.push(...reads.map((one) => read(target, one)), write(target));
  }
  return Promise.all(asked);
}

async function read({ url, key }: Target, { path, body, expected = 503 }: (typeof reads)[number]): Promise<Probe> {
  const began = performance.now();
  const answer = async () => {
    const response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      body,
      headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.json();
    return response.status;
  };
  const status = await answer().catch(() => 0);
  return { path, status, expected, healthy: 200, ms: performance.now() - began };
}

const smallest = ledger(1_000_000, 1);

async function write(target: Target): Promise<Probe> {
  const { status, code, ms } = await sendWhole(target, smallest);
  // Three imports at once are the most that run; one that is told to wait is told so in the same words.
  return { path: 'POST /v1/imports', status, expected: 503, healthy: code === 'IMPORT_BUSY' ? 503 : 200, ms };
}
