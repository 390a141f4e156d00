import { prepare } from './bootstrap.mjs';
import { builds } from './bootstrap/builds.mjs';
import { Refusal, say, yellow } from './terminal/say.mjs';

/** @typedef {import('./bootstrap/builds.mjs').BuildName} BuildName */

/**
 * `npm run build [-- part…]`: builds what is stale; the preview for the next Grafana, which tests alone use, by name only.
 * @param {string[]} args
 */
export async function build(args) {
  const known = /** @type {BuildName[]} */ (Object.keys(builds));
  const unknown = args.find((arg) => !known.some((name) => name === arg));
  if (unknown) throw new Refusal(`there is no part "${unknown}" to build; the parts are ${known.join(', ')}`);
  const parts = known.filter((name) => (args.length === 0 ? name !== 'next' : args.includes(name)));
  const { goMissing } = await prepare(parts);
  if (goMissing) say(yellow(`The Go part was not built: ${goMissing}`));
}
