import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { readConfig } from '../config.ts';
import { parseDay } from '../demo/calendar.ts';
import { loadDemo } from '../demo/load.ts';
import { mostArtists } from '../demo/roster.ts';
import { connect, createPool } from '../store/connection.ts';
import { defaultTenant, ensureTenant } from '../store/tenants.ts';
import type { Progress } from './progress.ts';
import { progressLines } from './progress.ts';

interface Options {
  artists: number;
  years: number;
  seed: number;
  end: number;
  ifEmpty: boolean;
  tenant: string;
}

/** `encore demo`: fictional careers to look at before there are real ones. */
export function register(program: Command): void {
  program
    .command('demo')
    .description('load fictional careers; the same seed and end date make the same careers')
    .option('--artists <n>', `how many, 1 to ${mostArtists}`, whole(1, mostArtists), 60)
    .option('--years <n>', 'years of history, 1 to 30', whole(1, 30), 8)
    .option('--seed <n>', 'which world', whole(0, 4294967295), 1)
    .option('--end <date>', 'last day of history, YYYY-MM-DD (default: today)', day, today())
    .option('--if-empty', 'do nothing when the tenant has an artist', false)
    .option('--tenant <slug>', 'whose artists they are', defaultTenant)
    .action(run);
}

async function run({ tenant, ...options }: Options): Promise<void> {
  const { databaseUrl } = readConfig(process.env);
  const interrupt = new AbortController();
  const stop = () => interrupt.abort(new Error('interrupted; nothing was loaded'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const db = connect(databaseUrl, { max: 1 });
  const pool = createPool(databaseUrl, { max: 2, applicationName: 'encore-demo' });
  const began = Date.now();
  const shown = steps();
  try {
    const tenantId = await ensureTenant(db, tenant);
    const result = await loadDemo(pool, tenantId, {
      ...options,
      signal: interrupt.signal,
      progress: (step, done, total) => shown.show(step, done, total),
    });
    shown.end();
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    process.stdout.write(
      result.loaded
        ? `${result.artists} demo artists, ${result.rows.toLocaleString('en-US')} rows in ${seconds} s\n`
        : `tenant "${tenant}" has ${result.artists} artists already; no demo loaded\n`
    );
  } catch (error) {
    shown.end();
    if (!interrupt.signal.aborted) throw error;
    process.stderr.write('encore: interrupted; nothing was loaded\n');
    process.exitCode = 130;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await Promise.all([db.destroy(), pool.end()]);
  }
}

/** One progress display after the other. */
function steps() {
  let current: { step: string; progress: Progress } | undefined;
  const end = () => current?.progress.end();
  return {
    end,
    show(step: string, done: number, total: number) {
      if (current?.step !== step) {
        end();
        current = { step, progress: progressLines(step) };
      }
      current.progress.update(done, total);
    },
  };
}

const whole = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new InvalidArgumentError(`write a whole number from ${least} to ${most}.`);
  }
  return value;
};

function day(text: string): number {
  try {
    return parseDay(text);
  } catch (error) {
    throw new InvalidArgumentError(`${(error as Error).message}.`);
  }
}

const today = () => Math.floor(Date.now() / 86_400_000);
