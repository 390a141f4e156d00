import { spawnSync } from 'node:child_process';
import { deserialize, serialize } from 'node:v8';

const CALL = `
  import { readFileSync } from 'node:fs';
  import { deserialize, serialize } from 'node:v8';
  const { module, name, calls } = deserialize(readFileSync(0));
  const { [name]: run } = await import(module);
  const results = [];
  for (const args of calls) results.push(await run(...args));
  process.stdout.write(serialize(results));
`;

/**
 * Calls an exported function in a Node process of its own, once a list of arguments: WASM and typed arrays that cross
 * realms fail `instanceof` inside jest's.
 * @param module   URL of the module, usually from `new URL('./x.ts', import.meta.url)`
 * @param calls    arguments of each call; anything that the structured clone carries
 * @returns what each call returned, in order
 * @throws Error with the process's error output when one call throws
 */
export function inNode<T>(module: URL, name: string, calls: unknown[][]): T[] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', '--input-type=module', '--eval', CALL],
    {
      input: serialize({ module: module.href, name, calls }),
      maxBuffer: 1 << 28,
    }
  );
  if (status !== 0) {
    throw new Error(`${name} failed in its own process:\n${stderr.toString()}`);
  }
  return deserialize(stdout) as T[];
}
