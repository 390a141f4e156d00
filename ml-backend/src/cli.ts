#!/usr/bin/env node
import { Command } from 'commander';
import { register as demo } from './cli/demo.ts';
import { register as importFiles } from './cli/import.ts';
import { register as key } from './cli/key.ts';
import { register as migrate } from './cli/migrate.ts';
import { register as serve } from './cli/serve.ts';
import { register as work } from './cli/work.ts';
import { register as train } from './cli/train.ts';
import { ConfigError } from './config.ts';
import { EncoreError } from './errors.ts';
import { version } from './version.ts';

const program = new Command('encore')
  .description('A musician’s career, its forecast, and what to do next')
  .version(version);
for (const register of [migrate, key, serve, work, train, importFiles, demo]) register(program);

try {
  await program.parseAsync();
} catch (error) {
  // What the user can mend is one line; anything else keeps its stack.
  const known = error instanceof ConfigError || error instanceof EncoreError;
  process.stderr.write(known ? `encore: ${error.message}\n` : `encore: ${(error as Error).stack}\n`);
  process.exitCode = 1;
}
