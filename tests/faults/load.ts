import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sent, Target } from './ledger.ts';

/** Requests without a pause, and what became of each. */
export interface Load {
  /** Answers that came to their end. */
  whole: number;
  /** Connections that nobody took. */
  refused: number;
  /** What came instead of a whole answer, by its cause. */
  broken: string[];
  stop: () => Promise<void>;
}

const kept = 8;
const fresh = 2;

const body = JSON.stringify({
  queries: [
    { refId: 'A', queryType: 'artists' },
    { refId: 'B', queryType: 'series', params: { metrics: ['revenue'] } },
  ],
  timeRange: { from: 0, to: Date.UTC(2030, 0, 1) },
});

/** Some callers keep their connection, others make a new one for each request. */
export function startLoad(target: Target): Load {
  let stopping = false;
  const load: Load = { whole: 0, refused: 0, broken: [], stop };
  const lanes = Array.from({ length: kept + fresh }, (_, i) => lane(new Agent({ keepAlive: i < kept, maxSockets: 1 })));

  async function lane(agent: Agent): Promise<void> {
    while (!stopping) {
      const outcome = await once(target, agent);
      if (outcome === 'whole') load.whole += 1;
      else if (outcome === 'refused') load.refused += 1;
      else load.broken.push(outcome);
      if (outcome === 'refused') await sleep(50);
    }
    agent.destroy();
  }

  async function stop() {
    stopping = true;
    await Promise.all(lanes);
  }
  return load;
}

/** @returns 'whole', 'refused', or what was wrong */
function once({ url, key }: Target, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'content-length': body.length,
    };
    const asked = request(`${url}/v1/grafana/query`, { method: 'POST', agent, headers }, (answer) => {
      void wholeText(answer).then(
        (text) => resolve(isWhole(answer, text) ? 'whole' : `status_${answer.statusCode}`),
        (error: Error) => resolve(`cut_${error.message.replaceAll(' ', '_')}`)
      );
    });
    asked.once('error', (error: NodeJS.ErrnoException) => resolve(nameOf(error, asked.reusedSocket)));
    asked.end(body);
  });
}

/** A connection that was never taken is refused, whether the machine says so before or after it is made. */
function nameOf({ code = '', message }: NodeJS.ErrnoException, reused: boolean): string {
  if (code === 'ECONNREFUSED') return 'refused';
  // The machine resets what still waited to be taken when the service stopped listening. A connection that had been
  // taken ends otherwise: "socket hang up".
  if (!reused && message === 'read ECONNRESET') return 'refused';
  return `${reused ? 'kept' : 'new'}_connection_${code || message.replaceAll(' ', '_')}`;
}

async function wholeText(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
  return text;
}

function isWhole({ statusCode, complete }: IncomingMessage, text: string): boolean {
  if (!complete) return false;
  const { results, code } = JSON.parse(text) as { results?: Record<string, { status: number }>; code?: string };
  if (statusCode === 503) return code !== undefined;
  return statusCode === 200 && Object.values(results ?? {}).every(({ status }) => status === 200);
}

/** A form whose file arrives a few bytes at a time and never ends. */
export function trickle({ url, key }: Target): Promise<Pick<Sent, 'status'>> {
  return new Promise((resolve) => {
    const boundary = 'slowly';
    const headers = { authorization: `Bearer ${key}`, 'content-type': `multipart/form-data; boundary=${boundary}` };
    const sent = request(`${url}/v1/imports`, { method: 'POST', headers }, (answer) => {
      clearInterval(timer);
      void wholeText(answer).then(
        () => resolve({ status: answer.complete ? (answer.statusCode ?? 0) : 0 }),
        () => resolve({ status: 0 })
      );
    });
    sent.on('error', () => {
      clearInterval(timer);
      resolve({ status: 0 });
    });
    sent.write(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="slow.csv"\r\n\r\ndate,amount\r\n`
    );
    const timer = setInterval(() => sent.write('2024-01-01,1.00\r\n'), 100);
  });
}
