import { Agent, request } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Backend } from '../support/backend.ts';
import { startBackend } from '../support/backend.ts';
import type { Document, Operation } from './document.ts';
import { operationsOf } from './document.ts';

export interface Call {
  method: string;
  path: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

export interface Service {
  operations: Operation[];
  key: string;
  /** With the key, unless the headers say otherwise. Nothing of the path is made prettier on the way. */
  ask: (call: Call) => Promise<Answer>;
  close: () => Promise<void>;
}

/** The service as it is built, with two careers in it, in a process of its own. */
export async function startFuzzed(): Promise<Service> {
  const backend: Backend = await startBackend([['demo', '--artists', '2', '--years', '3', '--seed', '1']]);
  const { hostname, port } = new URL(backend.url);
  const agent = new Agent({ keepAlive: true });
  const ask = ({ method, path, headers, body }: Call) =>
    new Promise<Answer>((resolve, reject) => {
      const all = {
        authorization: `Bearer ${backend.key}`,
        ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        ...headers,
      };
      const sent = request({ hostname, port, agent, method, path, headers: all }, (answer) => {
        text(answer).then(
          (said) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: said }),
          reject
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const document = JSON.parse((await ask({ method: 'GET', path: '/docs/json' })).text) as Document;
  return {
    operations: operationsOf(document),
    key: backend.key,
    ask,
    async close() {
      agent.destroy();
      await backend.stop();
    },
  };
}
