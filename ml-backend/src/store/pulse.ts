import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Whether the database answers, known before anybody has to wait for it. */
export interface Pulse {
  readonly away: boolean;
  /** Calls back each time the database stops answering. Gives the way to stop that. */
  onLost: (listener: () => void) => () => void;
  close: () => Promise<void>;
}

/**
 * Asks the database twice a second on a connection of its own. It is away when it refuses, hangs up, or is silent for
 * longer than `patienceMs`: a server that is frozen takes connections and never answers.
 */
export function watchDatabase(url: string, { everyMs = 500, patienceMs = 1_000 } = {}): Pulse {
  const listeners = new Set<() => void>();
  const closed = new AbortController();
  let away = false;
  let client: pg.Client | undefined;

  async function beat(): Promise<void> {
    client ??= newClient(url, patienceMs);
    await answered(client, patienceMs);
  }

  function lose(): void {
    void client?.end().catch(() => undefined);
    client = undefined;
    if (away) return;
    away = true;
    listeners.forEach((listener) => listener());
  }

  async function watch(): Promise<void> {
    while (!closed.signal.aborted) {
      await beat().then(() => void (away = false), lose);
      await sleep(everyMs, undefined, { signal: closed.signal }).catch(() => undefined);
    }
    await client?.end().catch(() => undefined);
  }
  const watching = watch();

  return {
    get away() {
      return away;
    },
    onLost(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      closed.abort();
      await watching;
    },
  };
}

const ready = new WeakSet<pg.Client>();

function newClient(url: string, patienceMs: number): pg.Client {
  const options = { application_name: 'encore-pulse', connectionTimeoutMillis: patienceMs };
  const client = new pg.Client({ connectionString: url, ...options });
  // What breaks an idle connection is found by the next question.
  client.on('error', () => undefined);
  return client;
}

async function answered(client: pg.Client, patienceMs: number): Promise<void> {
  const asked = (async () => {
    if (!ready.has(client)) await client.connect();
    ready.add(client);
    await client.query('SELECT 1');
  })();
  asked.catch(() => undefined);
  const late = new AbortController();
  try {
    await Promise.race([asked, silence(patienceMs, late.signal)]);
  } finally {
    late.abort();
  }
}

/** @throws Error after the time; a process that was busy itself first reads what has arrived meanwhile */
async function silence(ms: number, signal: AbortSignal): Promise<never> {
  await sleep(ms, undefined, { signal });
  await turn();
  await turn();
  throw new Error(`the database was silent for ${ms} ms`);
}
