import { chmod, mkdir, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { readConfig } from '../config.ts';
import { firstKeyFile, readFirstKey } from './firstKey.ts';
import { connect, withTenant } from '../store/connection.ts';
import { addKey, findKey, newKey } from '../store/keys.ts';
import type { Scope } from '../store/keys.ts';
import { defaultTenant, ensureTenant } from '../store/tenants.ts';

/** `encore key ensure` and `encore key add`. */
export function register(program: Command): void {
  const key = program.command('key').description('API keys; the database keeps hashes only');
  key
    .command('ensure')
    .description('make sure that the key in $ENCORE_DATA_DIR/api-key (or ENCORE_API_KEY) works')
    .action(() => ensureKey(readConfig(process.env)));
  key
    .command('add')
    .description('make a key and print it once')
    .requiredOption('--name <name>', 'what the key is for')
    .option('--tenant <slug>', 'whose data it opens', defaultTenant)
    .option('--scopes <list>', 'read,write,admin', 'read')
    .action(async (options: { name: string; tenant: string; scopes: string }) => {
      const created = newKey();
      await store(readConfig(process.env), options.tenant, created, options.name, options.scopes.split(',') as Scope[]);
      process.stdout.write(`${created}\n`);
    });
}

/** The first key goes to a file that only its owner reads, never to the terminal. */
async function ensureKey(config: Config): Promise<void> {
  const file = firstKeyFile(config.dataDir);
  const usable = config.apiKey ?? (await readFirstKey(config.dataDir)) ?? newKey();
  await store(config, defaultTenant, usable, 'first key', ['read', 'write', 'admin']);
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  await writeFile(file, `${usable}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  process.stdout.write(`key is in ${file}\n`);
}

async function store(config: Config, tenant: string, key: string, name: string, scopes: Scope[]): Promise<void> {
  const db = connect(config.databaseUrl, { max: 1 });
  try {
    if (await findKey(db, key)) return;
    const tenantId = await ensureTenant(db, tenant);
    await withTenant(db, tenantId, (tx) => addKey(tx, key, name, scopes));
  } finally {
    await db.destroy();
  }
}
