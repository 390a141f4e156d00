/** Lines for people, on standard error; standard output is for what a program may read. */

const colour = process.stderr.isTTY && !process.env.NO_COLOR;
const paint = (/** @type {number} */ code) => (/** @type {string} */ text) =>
  colour ? `\u001b[${code}m${text}\u001b[0m` : text;

export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);
export const yellow = paint(33);

/** @param {string} text */
export const say = (text) => void process.stderr.write(`${text}\n`);

/** The one line that tells what is wrong and what to do, without a stack. */
export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {string} [details]  a failed program's output, shown whole above the line
   */
  constructor(message, details = '') {
    super(message);
    this.name = 'Refusal';
    this.details = details;
  }
}

/** Local date and time to the second. */
export const stamp = () => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19).replace('T', ' ');
};

/** @param {number} ms */
export function duration(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}
