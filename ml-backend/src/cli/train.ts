import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { createForecaster } from '../serving/forecaster.ts';
import { trainForecasts } from '../serving/train.ts';
import { connect } from '../store/connection.ts';
import { findMetric, metrics } from '../store/metrics.ts';
import type { Metric } from '../store/metrics.ts';
import { listTenants, requireTenant } from '../store/tenants.ts';
import { EncoreError } from '../errors.ts';
import { progressLines } from './progress.ts';

/** `encore train`: brings every stored forecast up to date; what is up to date costs one look. */
export function register(program: Command): void {
  program
    .command('train')
    .description('bring the stored forecasts up to date')
    .option('--tenant <slug>', 'only this tenant; all of them when left out')
    .option('--metrics <list>', 'only these, e.g. revenue,gigs; all of them when left out')
    .action((options: { tenant?: string; metrics?: string }) => train(options.tenant, options.metrics));
}

async function train(only?: string, names?: string): Promise<void> {
  const wanted = names?.split(',').map(requireMetric);
  const config = readConfig(process.env);
  const threads = Math.min(4, availableParallelism());
  const db = connect(config.databaseUrl, { max: threads + 1, applicationName: 'encore-train' });
  const owner = connect(config.databaseAdminUrl, { max: 1, applicationName: 'encore-train' });
  const forecaster = createForecaster(threads);
  const stop = new AbortController();
  process.once('SIGINT', () =>
    stop.abort(new EncoreError('CANCELLED', 499, 'cancelled; what was made before is kept'))
  );
  try {
    const tenants = only ? [{ tenantId: await requireTenant(db, only), slug: only }] : await listTenants(owner);
    for (const { tenantId, slug } of tenants) {
      const progress = progressLines(`forecasts of ${slug}`);
      const result = await trainForecasts(db, forecaster, {
        tenantId,
        metrics: wanted,
        asOf: new Date(),
        atOnce: threads,
        signal: stop.signal,
        onProgress: ({ done, total }) => progress.update(done, total),
      });
      progress.end();
      process.stdout.write(
        `${slug}: ${result.made} forecasts made, ${result.unchanged} up to date, ${result.empty} without facts\n`
      );
      for (const { artist, metric, error } of result.failed)
        process.stderr.write(`forecast of ${metric} for ${artist} failed: ${String(error)}\n`);
      if (result.failed.length) process.exitCode = 1;
    }
  } finally {
    await forecaster.close();
    await Promise.all([db.destroy(), owner.destroy()]);
  }
}

function requireMetric(name: string): Metric {
  const metric = findMetric(name.trim());
  if (metric) return metric;
  const known = metrics.map((one) => one.name).join(', ');
  throw new EncoreError('METRIC_UNKNOWN', 400, `--metrics: there is no metric "${name}"; use some of ${known}`);
}
