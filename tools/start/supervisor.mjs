import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal, say, stamp, yellow } from '../terminal/say.mjs';
import { Lives } from './lives.mjs';
import { startService } from './service.mjs';

/** @typedef {import('./service.mjs').ServiceSpec & {ready: () => Promise<boolean>, readyMs: number}} SupervisedSpec */
/** @typedef {{exited: Promise<unknown>, stop: () => Promise<void>}} Running */

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
   * Something that the services need, the database: started, and started again when it ends by itself. The services
   * live on meanwhile.
   * @template {Running} T
   * @param {string} name
   * @param {() => Promise<T>} start
   * @param {string} hint  what to look at when it ended by itself
   * @returns {Promise<T>}
   */
  async keep(name, start, hint) {
    const running = await start();
    /** @type {Promise<Running | undefined>} */
    let current = Promise.resolve(running);
    this.#parts.push({ name, stop: async () => (await current)?.stop() });
    // It came up while the end had begun.
    if (this.#ending) void running.stop();
    const revive = async (/** @type {Running} */ first) => {
      const lives = new Lives();
      for (let one = first; ; ) {
        const how = await one.exited;
        if (this.#ending) return;
        say(yellow(`${stamp()}  ${name} ended by itself (exit code ${how}); starting it again. ${hint}`));
        current = this.#startAgain(name, start, hint, lives);
        const next = await current;
        if (!next) return;
        one = next;
      }
    };
    void revive(running);
    return running;
  }

  /**
   * @param {string} name
   * @param {() => Promise<Running>} start
   * @param {string} hint
   * @param {Lives} lives
   * @returns {Promise<Running | undefined>} undefined when the end has begun or there is no hope
   */
  async #startAgain(name, start, hint, lives) {
    let toldFull = false;
    for (let wait = lives.end(); !this.#ending && !lives.hopeless; wait = lives.end()) {
      // A long life that ended is nothing to wait after.
      if (lives.short > 0) await sleep(wait);
      lives.begin();
      try {
        const next = await start();
        say(yellow(`${stamp()}  ${name} runs again`));
        return next;
      } catch (error) {
        const { message, details = '' } = /** @type {Refusal} */ (error);
        const full = /No space left on device/.test(`${message} ${details}`);
        // Somebody will make room, and until then there is nothing to be had by ending.
        if (full) lives.forgive();
        if (full && toldFull) continue;
        toldFull = full;
        const why = full ? 'the disk is full; free some space, and it goes on' : message;
        say(yellow(`${stamp()}  ${name} does not start: ${why}`));
      }
    }
    if (!this.#ending) this.#fail(new Refusal(`${name} ended by itself and does not start again; ${hint}`));
    return undefined;
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
    const lives = new Lives();
    for (let current = service; ; ) {
      const how = await current.exited;
      if (this.#ending) return;
      const wait = lives.end();
      if (lives.hopeless) {
        const message = `${spec.name} ended ${lives.short} times soon after its start (${how}); its last lines are above`;
        return this.#fail(new Refusal(message, current.tail()));
      }
      say(yellow(`${stamp()}  ${spec.name} ended (${how}); starting it again. Its log: ${spec.logFile}`));
      await sleep(wait);
      if (this.#ending) return;
      lives.begin();
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
