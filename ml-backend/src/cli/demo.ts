import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { readConfig } from '../config.ts';
import { dayMs, parseDay } from '../demo/calendar.ts';
import type { DemoResult } from '../demo/load.ts';
import { loadDemo } from '../demo/load.ts';
import { mostArtists } from '../demo/roster.ts';
import { connect, createPool } from '../store/connection.ts';
import { defaultTenant, ensureTenant } from '../store/tenants.ts';
import { dryRun } from './demoDryRun.ts';
import { stepLines } from './progress.ts';

export interface DemoArguments {
  artists: number;
  years: number;
  seed: number;
  end: number;
  incidents: number;
  ifEmpty: boolean;
  tenant: string;
  dryRun: boolean;
  json: boolean;
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
    .option('--incidents <factor>', 'anomalies and changes, times the usual number, 0 to 10', factor, 1)
    .option('--if-empty', 'do nothing when the tenant has an artist', false)
    .option('--tenant <slug>', 'whose artists they are', defaultTenant)
    .option('--dry-run', 'only simulate, and tell how fast that goes', false)
    .option('--json', 'with --dry-run: the figures as JSON', false)
    .action((options: DemoArguments) => (options.dryRun ? dryRun(options) : load(options)));
}

async function load({ tenant, ...options }: DemoArguments): Promise<void> {
  const { DATABASE_URL, DATABASE_ADMIN_URL } = process.env;
  // Facts need the application role alone; without the owner's address the labels stay out.
  const { databaseUrl, databaseAdminUrl } = readConfig({
    ...process.env,
    DATABASE_ADMIN_URL: DATABASE_ADMIN_URL || DATABASE_URL,
  });
  const interrupt = new AbortController();
  const stop = () => interrupt.abort(new Error('interrupted; nothing was loaded'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const db = connect(databaseUrl, { max: 1 });
  const pool = createPool(databaseUrl, { max: 2, applicationName: 'encore-demo' });
  const truthPool = DATABASE_ADMIN_URL
    ? createPool(databaseAdminUrl, { max: 2, applicationName: 'encore-demo-truth' })
    : undefined;
  const began = Date.now();
  const shown = stepLines();
  try {
    const tenantId = await ensureTenant(db, tenant);
    const result = await loadDemo(pool, tenantId, {
      ...options,
      truthPool,
      signal: interrupt.signal,
      progress: (step, done, total) => shown.show(step, done, total),
    });
    shown.end();
    process.stdout.write(summary(result, tenant, (Date.now() - began) / 1000));
  } catch (error) {
    shown.end();
    if (!interrupt.signal.aborted) throw error;
    process.stderr.write('encore: interrupted; nothing was loaded\n');
    process.exitCode = 130;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await Promise.all([db.destroy(), pool.end(), truthPool?.end()]);
  }
}

function summary({ loaded, artists, rows, labels }: DemoResult, tenant: string, seconds: number): string {
  if (!loaded) return `tenant "${tenant}" has ${artists} artists already; no demo loaded\n`;
  const facts = `${artists} demo artists, ${rows.toLocaleString('en-US')} rows in ${seconds.toFixed(1)} s\n`;
  return labels === null
    ? `${facts}labels of what was injected were left out: they are the owner's, and DATABASE_ADMIN_URL is not set\n`
    : `${facts}${labels.toLocaleString('en-US')} labels of what was injected in schema truth\n`;
}

const whole = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new InvalidArgumentError(`write a whole number from ${least} to ${most}.`);
  }
  return value;
};

function factor(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 10)) {
    throw new InvalidArgumentError('write a number from 0 (quiet careers) to 10; 1 is the usual number.');
  }
  return value;
}

function day(text: string): number {
  try {
    return parseDay(text);
  } catch (error) {
    throw new InvalidArgumentError(`${(error as Error).message}.`);
  }
}

const today = () => Math.floor(Date.now() / dayMs);
