import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger, Sent, Target } from './ledger.ts';
import { ledger, sendInParts, sendWhole } from './ledger.ts';

const lanes = 2;

/** Sends ledgers without a pause, each until it is acknowledged, and remembers what was said of them. */
export class Sender {
  readonly sent = new Map<string, Ledger>();
  readonly acknowledged = new Set<string>();
  /** Every answer that did not acknowledge. */
  readonly refusals: Sent[] = [];
  underWay = 0;
  lastAcknowledged = 0;
  readonly #target: () => Target;
  readonly #rows: number;
  readonly #again: Ledger[] = [];
  #stopping = false;
  #running: Array<Promise<void>> = [];

  constructor(target: () => Target, rows: number) {
    this.#target = target;
    this.#rows = rows;
  }

  /** @throws Error when it sends already: lanes that nobody waits for would be taken for imports that never landed */
  start(): void {
    if (this.underWay > 0) throw new Error('the sender sends already');
    this.#stopping = false;
    this.#running = Array.from({ length: lanes }, () => this.#lane());
  }

  /** Ends when what is under way has its answer. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(this.#running);
  }

  /** Sends what is not acknowledged until it is. @returns files that were not after the time */
  async settle(timeoutMs: number): Promise<number> {
    await this.stop();
    for (const end = Date.now() + timeoutMs; this.#again.length > 0 && Date.now() < end; ) {
      await this.#send(this.#again.shift()!);
    }
    return this.sent.size - this.acknowledged.size;
  }

  async #lane(): Promise<void> {
    while (!this.#stopping) await this.#send(this.#again.shift() ?? ledger(this.sent.size, this.#rows));
  }

  async #send(file: Ledger): Promise<void> {
    const way = Number(file.name.split(' ')[1]) % 3 === 2 ? sendInParts : sendWhole;
    this.sent.set(file.name, file);
    this.underWay += 1;
    const answer = await way(this.#target(), file);
    this.underWay -= 1;
    if (answer.acknowledged) {
      this.acknowledged.add(file.name);
      this.lastAcknowledged = Date.now();
      return;
    }
    this.refusals.push(answer);
    this.#again.push(file);
    await sleep(200);
  }
}
