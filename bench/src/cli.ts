import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench, BenchContext } from './bench.ts';
import { BadInput } from './bench.ts';
import { writeReport } from './document.ts';
import { holds, line } from './figure.ts';
import { benches } from './index.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(new Error('cancelled')));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BadInput) && !stop.signal.aborted) throw error;
  process.stderr.write(`bench: ${(error as Error).message}\n`);
  process.exitCode = 2;
}

async function main([name, ...args]: string[]): Promise<number> {
  const bench = benches.find((one) => one.name === name);
  if (!bench) {
    throw new BadInput(
      `usage: npm run bench -- <name> [options]\n${benches.map((one) => `  ${one.name.padEnd(8)} ${one.says}`).join('\n')}`
    );
  }
  const options = read(bench, args);
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const count: BenchContext['count'] = (key, fallback) => {
    const value = options[key] === undefined ? fallback : Number(options[key]);
    if (!Number.isInteger(value) || value < 1)
      throw new BadInput(`--${key} takes a whole number from 1 on, not "${options[key]}"`);
    return value;
  };
  const figures = await bench.run({ options, count, say, signal: stop.signal });
  process.stdout.write(
    options.json === undefined ? `${figures.map(line).join('\n')}\n` : `${JSON.stringify(figures)}\n`
  );
  if (options.write !== undefined) {
    await writeReport(
      bench,
      `npm run bench -- ${[name, ...args.filter((arg) => arg !== '--write')].join(' ')}`,
      figures,
      `${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown CPU'}`
    );
  }
  return figures.every(holds) ? 0 : 1;
}

function read(bench: Bench, args: string[]): Record<string, string | undefined> {
  const flags = { json: { type: 'boolean' as const }, write: { type: 'boolean' as const } };
  const named = Object.fromEntries(bench.options.map((key) => [key, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args, options: { ...named, ...flags } });
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
  } catch (error) {
    throw new BadInput(
      `${(error as Error).message}; ${bench.name} takes ${[...bench.options, 'json', 'write'].map((key) => `--${key}`).join(', ')}`
    );
  }
}
