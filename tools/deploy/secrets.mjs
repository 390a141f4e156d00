import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../paths.mjs';
import { Refusal, say } from '../terminal/say.mjs';

/**
 * `npm run secrets`: writes .env, from which docker-compose.yml takes its passwords. What is in it already stays.
 * @param {string[]} args
 */
export async function secrets(args) {
  if (args.length > 0) throw new Refusal('npm run secrets takes no arguments');
  const file = inRoot('.env');
  const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { text, made } = fillEnvironment(readFileSync(inRoot('.env.example'), 'utf8'), known);
  writeFileSync(file, text, { mode: 0o600 });
  say(made.length > 0 ? `.env: ${made.join(', ')} made` : '.env: nothing is missing');
}

/**
 * @param {string} example  lines such as NAME=usual; a secret has no usual value
 * @param {string} known  what is set already, in the same form
 * @returns {{text: string, made: string[]}} the example with all values, then what only `known` has; names of new secrets
 */
export function fillEnvironment(example, known) {
  const values = new Map(pairs(known));
  const asked = new Set(pairs(example).map(([name]) => name));
  /** @type {string[]} */
  const made = [];
  const lines = example.split('\n').map((line) => {
    const [[name, usual] = []] = pairs(line);
    if (!name) return line;
    const value = values.get(name) || usual;
    if (!value) made.push(name);
    // Some become part of an address: letters and digits need no escape there.
    return `${name}=${value || randomBytes(24).toString('hex')}`;
  });
  const others = [...values].filter(([name]) => !asked.has(name)).map(([name, value]) => `${name}=${value}\n`);
  return { text: lines.join('\n') + others.join(''), made };
}

/**
 * @param {string} text
 * @returns {[name: string, value: string][]}
 */
const pairs = (text) => [...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]);
