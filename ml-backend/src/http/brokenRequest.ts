import type { ConnectionError } from 'fastify';
import type { Socket } from 'node:net';
import { errorNames } from './errors.ts';

const causes: Record<string, { statusCode: number; message: string }> = {
  HPE_HEADER_OVERFLOW: { statusCode: 431, message: 'the headers are longer than 16 kB; send fewer' },
  ERR_HTTP_REQUEST_TIMEOUT: { statusCode: 408, message: 'the request did not come to its end in time; send it again' },
};
const noHttp = { statusCode: 400, message: 'this is no HTTP request that can be understood' };

/** Answers bytes that are no request, in the words and the shape of every other error, and closes the connection. */
export function answerBroken(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { statusCode, message } = causes[error.code] ?? noHttp;
  const name = errorNames[statusCode] ?? 'Error';
  const body = JSON.stringify({ statusCode, code: 'HTTP_BROKEN', error: name, message });
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${statusCode} ${name}\r\nContent-Type: application/json; charset=utf-8\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`
    );
  }
  socket.destroySoon();
}
