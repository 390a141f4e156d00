#!/usr/bin/env node
import { Command } from 'commander';
import { ConfigError } from './config.ts';
import { EncoreError } from './errors.ts';
import { version } from './version.ts';

type Register = (program: Command) => void;

// Only the command that is asked for is loaded: a start runs several of them one after the other.
const commands: Record<string, () => Promise<{ register: Register }>> = {
  migrate: () => import('./cli/migrate.ts'),
  key: () => import('./cli/key.ts'),
  demo: () => import('./cli/demo.ts'),
  import: () => import('./cli/import.ts'),
  train: () => import('./cli/train.ts'),
  serve: () => import('./cli/serve.ts'),
  work: () => import('./cli/work.ts'),
};

const program = new Command('encore')
  .description('A musician’s career, its forecast, and what to do next')
  .version(version);

try {
  const asked = process.argv[2] ?? '';
  const needed = Object.hasOwn(commands, asked) ? [commands[asked]!] : Object.values(commands);
  for (const load of needed) (await load()).register(program);
  await program.parseAsync();
} catch (error) {
  // What the user can mend is one line; anything else keeps its stack.
  const known = error instanceof ConfigError || error instanceof EncoreError;
  process.stderr.write(known ? `encore: ${error.message}\n` : `encore: ${(error as Error).stack}\n`);
  process.exitCode = 1;
}
