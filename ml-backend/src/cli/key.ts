import { chmod, mkdir, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { ConfigError, readConfig } from '../config.ts';
import { audit } from '../store/audit.ts';
import type { Db } from '../store/connection.ts';
import { connect, withTenant } from '../store/connection.ts';
import { addKey, findKey, listKeys, newKey, parseScopes, revokeKey } from '../store/keys.ts';
import type { Scope } from '../store/keys.ts';
import { defaultTenant, ensureTenant, requireTenant } from '../store/tenants.ts';
import { actor } from './actor.ts';
import { firstKeyFile, readFirstKey } from './firstKey.ts';
import { keyTable } from './keyTable.ts';

/** `encore key ensure`, `add`, `list` and `revoke`. */
export function register(program: Command): void {
  const key = program.command('key').description('API keys; the database keeps hashes only');
  key
    .command('ensure')
    .description('make sure that the key in $ENCORE_DATA_DIR/api-key (or ENCORE_API_KEY) works')
    .action(ensureFirstKey);
  key
    .command('add')
    .description('make a key and print it once')
    .requiredOption('--name <name>', 'what the key is for')
    .option('--tenant <slug>', 'whose data it opens', defaultTenant)
    .option('--scopes <list>', 'read,write,admin', 'read')
    .action(async ({ name, tenant, scopes }: { name: string; tenant: string; scopes: string }) => {
      const allowed = parseScopes(scopes);
      const created = newKey();
      await withDatabase((db) => store(db, tenant, created, name, allowed));
      process.stdout.write(`${created}\n`);
    });
  key
    .command('list')
    .description('show the keys: what they may, when they were made and last used; never the keys themselves')
    .option('--tenant <slug>', 'whose keys', defaultTenant)
    .action(({ tenant }: { tenant: string }) =>
      withDatabase(async (db) => {
        const keys = await withTenant(db, await requireTenant(db, tenant), listKeys);
        process.stdout.write(keyTable(keys, new Date()));
      })
    );
  key
    .command('revoke')
    .description('end a key for good')
    .argument('<id>', 'the key’s id, as "key list" shows it')
    .option('--tenant <slug>', 'whose key', defaultTenant)
    .action((id: string, { tenant }: { tenant: string }) => withDatabase((db) => revoke(db, tenant, id)));
}

async function withDatabase(work: (db: Db, config: Config) => Promise<unknown>): Promise<void> {
  const config = readConfig(process.env);
  const db = connect(config.databaseUrl, { max: 1 });
  try {
    await work(db, config);
  } finally {
    await db.destroy();
  }
}

/** The first key goes to a file that only its owner reads, never to the terminal. */
const ensureFirstKey = () =>
  withDatabase(async (db, { apiKey, dataDir }) => {
    const scopes: Scope[] = ['read', 'write', 'admin'];
    const kept = apiKey ?? (await readFirstKey(dataDir)) ?? newKey();
    const works = await store(db, defaultTenant, kept, 'first key', scopes);
    if (!works && apiKey)
      throw new ConfigError('ENCORE_API_KEY', 'is a key that was revoked or has expired; choose another one');
    const usable = works ? kept : newKey();
    if (!works) await store(db, defaultTenant, usable, 'first key', scopes);
    const file = firstKeyFile(dataDir);
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await writeFile(file, `${usable}\n`, { mode: 0o600 });
    await chmod(file, 0o600);
    process.stdout.write(`key is in ${file}\n`);
  });

/** @returns does the key work? A key that was revoked stays so. */
async function store(db: Db, tenant: string, key: string, name: string, scopes: Scope[]): Promise<boolean> {
  if (await findKey(db, key)) return true;
  const tenantId = await ensureTenant(db, tenant);
  return withTenant(db, tenantId, async (tx) => {
    const keyId = await addKey(tx, key, name, scopes);
    if (keyId) await audit(tx, actor(), 'key.add', `key/${keyId}`, { name, scopes });
    return keyId !== undefined;
  });
}

async function revoke(db: Db, tenant: string, id: string): Promise<void> {
  const name = await withTenant(db, await requireTenant(db, tenant), async (tx) => {
    const revoked = await revokeKey(tx, id);
    await audit(tx, actor(), 'key.revoke', `key/${id}`, { name: revoked });
    return revoked;
  });
  process.stdout.write(`key "${name}" is revoked; a running API refuses it within 30 s\n`);
}
