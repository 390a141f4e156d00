import { bold, dim, duration, green, red, say, stamp } from './say.mjs';

const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const quietMs = 2_000;
const plainEveryMs = 10_000;
const live = Boolean(process.stderr.isTTY) && !process.env.CI;

/** @typedef {{name: string, began: number, detail: string, announced: boolean, said: number}} Running */

/** @type {Set<Running>} */
const running = new Set();
/** @type {NodeJS.Timeout | undefined} */
let timer;
let frame = 0;

/**
 * Runs one step and shows how it goes: a spinner on a terminal, dated lines elsewhere, both with the elapsed time.
 * A step that takes less than two seconds shows nothing. Several may run at once.
 * @template T
 * @param {string} name  what is done: "Building the plugin"
 * @param {(detail: (text: string) => void) => Promise<T>} work  may tell its latest detail
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const item = { name, began: Date.now(), detail: '', announced: false, said: Date.now() };
  running.add(item);
  timer ??= setInterval(tick, live ? 100 : 500);
  try {
    const result = await work((text) => (item.detail = text));
    finish(item, green('✔'), 'done');
    return result;
  } catch (error) {
    item.announced = true;
    finish(item, red('✘'), 'failed');
    throw error;
  }
}

/**
 * @param {Running} item
 * @param {string} sign
 * @param {string} word
 */
function finish(item, sign, word) {
  running.delete(item);
  if (running.size === 0) {
    clearInterval(timer);
    timer = undefined;
  }
  if (live) process.stderr.write('\r\u001b[K');
  const took = Date.now() - item.began;
  if (took < quietMs && !item.announced) return;
  say(live ? `${sign} ${item.name} ${dim(duration(took))}` : `${stamp()}  ${item.name}: ${word} in ${duration(took)}`);
}

function tick() {
  const now = Date.now();
  const shown = [...running].filter((item) => now - item.began >= quietMs);
  if (live) drawLine(shown, now);
  else for (const item of shown) sayPlain(item, now);
}

/**
 * @param {Running[]} shown
 * @param {number} now
 */
function drawLine(shown, now) {
  const texts = shown.map(
    (item) => `${bold(item.name)} ${dim(`${Math.floor((now - item.began) / 1000)} s ${item.detail}`.trimEnd())}`
  );
  const width = process.stderr.columns || 80;
  const line = `${frames[frame++ % frames.length]} ${texts.join(' · ')}`;
  if (shown.length > 0) process.stderr.write(`\r\u001b[K${fit(line, width - 1)}`);
}

/**
 * Cuts to a number of visible characters; colour codes take no room.
 * @param {string} line
 * @param {number} width
 */
function fit(line, width) {
  let room = width;
  return line.replace(/\u001b\[\d+m|./gu, (part) => (part.startsWith('\u001b') || room-- > 0 ? part : ''));
}

/**
 * @param {Running} item
 * @param {number} now
 */
function sayPlain(item, now) {
  const detail = item.detail ? `: ${item.detail}` : '';
  if (!item.announced) say(`${stamp()}  ${item.name} …`);
  else if (now - item.said >= plainEveryMs) {
    say(`${stamp()}  ${item.name}, ${Math.round((now - item.began) / 1000)} s${detail}`);
  } else return;
  item.announced = true;
  item.said = now;
}
