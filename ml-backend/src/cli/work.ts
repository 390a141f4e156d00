import type { Command } from 'commander';
import { pino } from 'pino';
import type { Config } from '../config.ts';
import { readConfig } from '../config.ts';
import { beat } from './heartbeat.ts';
import { jobs } from '../jobs/index.ts';
import { openQueue } from '../jobs/queue.ts';
import { startWorker } from '../jobs/worker.ts';
import { closeWithParent } from '../lifecycle.ts';
import { createForecaster } from '../serving/forecaster.ts';
import { connect } from '../store/connection.ts';

/** `encore work`: the background jobs. Prints one line of JSON when it works; the log goes to stderr. */
export function register(program: Command): void {
  program
    .command('work')
    .description('do the background jobs')
    .option('--heartbeat <file>', 'touch this file while the worker lives and its database answers')
    .action(({ heartbeat }: { heartbeat?: string }) => work(readConfig(process.env), heartbeat));
}

async function work(config: Config, heartbeat?: string): Promise<void> {
  const logger = pino({ level: config.logLevel, name: 'worker' }, pino.destination({ dest: 2, sync: false }));
  const db = connect(config.databaseUrl, { max: 4, applicationName: 'encore-worker' });
  const owner = connect(config.databaseAdminUrl, { max: 2, applicationName: 'encore-worker-owner' });
  const forecaster = createForecaster();
  const queue = await openQueue(config.databaseAdminUrl, logger, true);
  const heart = heartbeat && (await beat(db, heartbeat));
  closeWithParent(async () => {
    if (heart) heart.stop();
    await queue.close();
    await forecaster.close();
    await Promise.all([db.destroy(), owner.destroy()]);
  }, logger);
  await startWorker(queue, { db, owner, forecaster, logger });
  process.stdout.write(`${JSON.stringify({ working: jobs.map(({ name }) => name) })}\n`);
}
