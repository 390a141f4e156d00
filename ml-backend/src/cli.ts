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
  process.stderr.write(`encore: ${await tell(error as Error)}\n`);
  process.exitCode = 1;
  // What was open when it failed must not keep the process alive.
  setTimeout(() => process.exit(), 500);
}

/** What the user can mend is one line; anything else keeps its stack. */
async function tell(error: Error): Promise<string> {
  if (error instanceof ConfigError || error instanceof EncoreError) return error.message;
  const { isDatabaseAway } = await import('./http/errors.ts');
  if (isDatabaseAway(error)) {
    return `the database of DATABASE_URL does not answer (${error.message}); start it, or unset DATABASE_URL and DATABASE_ADMIN_URL and use "npm start"`;
  }
  return error.stack ?? error.message;
}
