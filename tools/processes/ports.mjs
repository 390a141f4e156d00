import { createServer } from 'node:net';

/**
 * Tries to listen, at once gives the port back.
 * @param {string} host
 * @param {number} port  0: any free one
 * @returns {Promise<number>} the port
 * @throws the system's error (EADDRINUSE, EACCES, EADDRNOTAVAIL, ENOTFOUND)
 */
export function tryPort(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(found));
    });
  });
}

/**
 * The wished port when it is free, else any free one.
 * @param {string} host
 * @param {number} [wished]
 */
export async function freePort(host, wished) {
  if (wished) {
    const kept = await tryPort(host, wished).catch(() => undefined);
    if (kept) return kept;
  }
  return tryPort(host, 0);
}
