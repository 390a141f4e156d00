import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { connect } from '../store/connection.ts';
import { migrate } from '../store/migrate.ts';
import { defaultTenant, ensureTenant } from '../store/tenants.ts';

/** `encore migrate`: brings the database up to date and makes the default tenant. */
export function register(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date')
    .action(async () => {
      const config = readConfig(process.env);
      const applied = await migrate(config.databaseAdminUrl, config.databaseUrl, (name) =>
        process.stderr.write(`applying ${name}\n`)
      );
      const db = connect(config.databaseUrl, { max: 1 });
      await ensureTenant(db, defaultTenant, 'My artists');
      await db.destroy();
      process.stdout.write(applied.length ? `${applied.length} migrations applied\n` : 'database is up to date\n');
    });
}
