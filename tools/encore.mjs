import { fileURLToPath } from 'node:url';
import { findNode, handOver } from './bootstrap/node.mjs';
import { cancelAll, Cancelled } from './processes/run.mjs';
import { watchLifeline } from './processes/lifeline.mjs';
import { red, Refusal, say } from './terminal/say.mjs';

/** @typedef {(args: string[], ended: AbortSignal) => Promise<number | void>} Command */

/** @type {Record<string, () => Promise<Command>>} */
const commands = {
  start: async () => (await import('./start.mjs')).start,
  test: async () => (await import('./test.mjs')).test,
  cli: async () => (await import('./cli.mjs')).cli,
  bench: async () => (await import('./cli.mjs')).bench,
  e2e: async () => (await import('./e2e.mjs')).e2e,
  faults: async () => (await import('./faults.mjs')).faults,
  build: async () => (await import('./build.mjs')).build,
  lint: async () => (await import('./test.mjs')).lint,
  secrets: async () => (await import('./deploy/secrets.mjs')).secrets,
  package: async () => (await import('./deploy/package.mjs')).pack,
  generate: async () => (await import('./generate.mjs')).generate,
  pretrain: async () => (await import('./cli.mjs')).pretrain,
};

const [name = '', ...args] = process.argv.slice(2);
process.exitCode = await main().catch(tell);
// Whatever still holds the event loop has had its time.
setTimeout(() => process.exit(), 1_000).unref();

async function main() {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new Refusal(`usage: node tools/encore.mjs <${Object.keys(commands).join('|')}>`);
  const node = await findNode();
  if (node !== process.execPath) return handOver(node, fileURLToPath(import.meta.url), process.argv.slice(2));
  const command = await load();
  return (await command(args, whenEnded())) ?? 0;
}

/**
 * A signal that is aborted when this run shall end. A second Ctrl-C ends at once.
 */
function whenEnded() {
  const controller = new AbortController();
  let asked = 0;
  const end = () => {
    // A terminal's Ctrl-C may come twice: from the terminal and from the process that handed over to us.
    const impatient = asked > 0 && Date.now() - asked > 500;
    if (impatient) process.exit(1);
    asked ||= Date.now();
    controller.abort();
    cancelAll();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  watchLifeline(() => asked === 0 && end());
  return controller.signal;
}

/** @param {unknown} error */
function tell(error) {
  if (error instanceof Cancelled) return 130;
  if (!(error instanceof Refusal)) throw error;
  if (error.details) say(error.details.trimEnd());
  say(red(`encore: ${error.message}`));
  return 1;
}
