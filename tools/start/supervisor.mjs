import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal, say, stamp, yellow } from '../terminal/say.mjs';
import { startService } from './service.mjs';

const crashesAllowed = 5;
const crashWindowMs = 60_000;

/** @typedef {import('./service.mjs').ServiceSpec & {ready: () => Promise<boolean>, readyMs: number}} SupervisedSpec */

/**
 * Holds everything that was started, restarts what crashes, and ends all in the reverse order of the start.
 */
export class Supervisor {
  /** @type {{name: string, stop: () => Promise<void>}[]} */
  #parts = [];
  #ending = false;
  /** Rejects when something that cannot be restarted ended.
   * @type {Promise<never>} */
  failed;
  /** @type {(reason: Error) => void} */
  #fail = () => undefined;

  constructor() {
    this.failed = new Promise((_, reject) => (this.#fail = reject));
    this.failed.catch(() => undefined);
  }

  /**
   * Something already started that ends with the rest; it is not restarted.
   * @param {string} name
   * @param {() => Promise<void>} stop
   * @param {Promise<unknown>} exited
   * @param {string} hint  what to look at when it ended by itself
   */
  hold(name, stop, exited, hint) {
    this.#parts.push({ name, stop });
    // It came up while the end had begun.
    if (this.#ending) void stop();
    void exited.then((how) => {
      if (!this.#ending) this.#fail(new Refusal(`${name} ended by itself (exit code ${how}); ${hint}`));
    });
  }

  /**
   * Starts a service and waits until it is ready; after that a crash is followed by a restart.
   * @param {SupervisedSpec} spec
   */
  async start(spec) {
    if (this.#ending) throw new Refusal('stopped');
    let service = startService(spec);
    this.#parts.push({ name: spec.name, stop: () => service.stop() });
    await untilReady(spec, service);
    void this.#watch(spec, service, (next) => (service = next));
  }

  /**
   * @param {SupervisedSpec} spec
   * @param {import('./service.mjs').Service} service
   * @param {(next: import('./service.mjs').Service) => void} replace
   */
  async #watch(spec, service, replace) {
    /** @type {number[]} */
    const crashes = [];
    for (let current = service; ; ) {
      const how = await current.exited;
      if (this.#ending) return;
      crashes.push(Date.now());
      const recent = crashes.filter((at) => at > Date.now() - crashWindowMs).length;
      if (recent > crashesAllowed) {
        const message = `${spec.name} ended ${recent} times in a minute (${how}); its last lines are above`;
        return this.#fail(new Refusal(message, current.tail()));
      }
      say(yellow(`${stamp()}  ${spec.name} ended (${how}); starting it again. Its log: ${spec.logFile}`));
      await sleep(Math.min(250 * 2 ** recent, 5_000));
      if (this.#ending) return;
      current = startService(spec);
      replace(current);
    }
  }

  /** Ends all, the last started first. May be called again for what came up meanwhile. */
  async stop() {
    this.#ending = true;
    for (const part of [...this.#parts].reverse()) await part.stop().catch(() => undefined);
  }
}

/**
 * @param {SupervisedSpec} spec
 * @param {import('./service.mjs').Service} service
 */
async function untilReady(spec, service) {
  let ended = '';
  void service.exited.then((how) => (ended = how));
  for (const end = Date.now() + spec.readyMs; Date.now() < end; await sleep(50)) {
    if (ended) throw new Refusal(`${spec.name} did not start (${ended}); its last lines are above`, service.tail());
    if (await spec.ready().catch(() => false)) return;
  }
  throw new Refusal(
    `${spec.name} was not ready after ${spec.readyMs / 1000} s; its last lines are above`,
    service.tail()
  );
}
