import { tryPort } from '../processes/ports.mjs';
import { Refusal } from '../terminal/say.mjs';

/**
 * A port that we may listen on, found out before anything else is started.
 * @param {string} variable  PORT or GRAFANA_PORT
 * @param {string} host
 * @param {number} port  0: any free one
 * @returns {Promise<number>}
 * @throws {Refusal} with what to do
 */
export async function claimPort(variable, host, port) {
  try {
    return await tryPort(host, port);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Refusal(explain(variable, host, port, code ?? String(error)));
  }
}

/**
 * @param {string} variable
 * @param {string} host
 * @param {number} port
 * @param {string} code
 */
function explain(variable, host, port, code) {
  const another = `${variable}=${port < 65535 ? port + 1 : 8080} npm start`;
  if (code === 'EADDRINUSE')
    return `port ${port} on ${host} is taken by another program; stop it, or use another: ${another}`;
  if (code === 'EACCES') return `port ${port} on ${host} needs more rights than this user has; use another: ${another}`;
  return `HOST="${host}" is not an address of this machine (${code}); use 127.0.0.1 for this machine alone, 0.0.0.0 for all`;
}
