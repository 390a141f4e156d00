const shortMs = 5_000;
const shortAllowed = 5;

/**
 * Tells a program that cannot run from one that was killed: only lives that end soon after their start, one after the
 * other, are a reason to give up.
 */
export class Lives {
  #short = 0;
  #began = Date.now();

  begin() {
    this.#began = Date.now();
  }

  /** @returns {number} milliseconds to wait before the next start */
  end() {
    this.#short = Date.now() - this.#began < shortMs ? this.#short + 1 : 0;
    return this.#short === 0 ? 0 : Math.min(250 * 2 ** this.#short, 5_000);
  }

  /** What happened has a reason that passes. */
  forgive() {
    this.#short = 0;
  }

  get hopeless() {
    return this.#short > shortAllowed;
  }

  get short() {
    return this.#short;
  }
}
