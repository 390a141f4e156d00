import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withTenant } from '../store/connection.ts';
import { findKey, noteKeyUse } from '../store/keys.ts';
import { testDatabase } from '../store/testing.ts';
import type { TestDatabase } from '../store/testing.ts';
import { register } from './key.ts';
import { runCommand } from './testing.ts';

let database: TestDatabase;
let folder: string;
const environment = { ...process.env };

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'encore-key-test-'));
  const { app, owner } = database.urls;
  Object.assign(process.env, { DATABASE_URL: app, DATABASE_ADMIN_URL: owner, ENCORE_DATA_DIR: folder });
});
afterAll(async () => {
  process.env = environment;
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** What `encore key …` prints. */
const encore = async (...words: string[]) => (await runCommand(register, 'key', ...words)).out;

const add = async (...more: string[]) => (await encore('add', '--name', 'Grafana', ...more)).trim();
const idOf = async (key: string) => (await findKey(database.db, key))?.keyId ?? '';

describe('encore key add', () => {
  it('makes a key that may do what was asked for', async () => {
    const key = await add('--scopes', 'write, read', '--tenant', 'blue-note');
    expect(await findKey(database.db, key)).toMatchObject({ name: 'Grafana', scopes: ['read', 'write'] });
  });

  it.each([
    ['--tenant', 'Blue Note!', '"Blue Note!" is not a tenant\'s slug; write small letters and digits'],
    ['--tenant', '', '"" is not a tenant\'s slug'],
    ['--scopes', 'read,everything', '"everything" is not a scope; write some of read,write,admin'],
    ['--scopes', '', '"" is not a scope'],
  ])('refuses %s "%s" in words, before it asks the database', async (option, value, message) => {
    await expect(add(option, value)).rejects.toThrow(message);
  });
});

describe('encore key list', () => {
  it('shows ids, scopes and times, and neither key nor hash', async () => {
    const key = await add('--tenant', 'motown');
    const before = await encore('list', '--tenant', 'motown');
    expect(before.split('\n')).toEqual([
      expect.stringMatching(/^id +name +scopes +created \(UTC\) +last used +state$/),
      expect.stringMatching(/^[0-9a-f-]{36} {2}Grafana {2}read +\d{4}-\d\d-\d\d \d\d:\d\d {2}never +in use$/),
      '',
    ]);
    expect(before).not.toContain(key.slice(4));

    await noteKeyUse(database.db, (await findKey(database.db, key))!);
    expect(await encore('list', '--tenant', 'motown')).not.toContain('never');
  });

  it('refuses a tenant that is not there', async () => {
    await expect(encore('list', '--tenant', 'nobody')).rejects.toThrow('there is no tenant "nobody"');
  });
});

describe('encore key revoke', () => {
  it('ends a key for good, and the audit log has both deeds', async () => {
    const key = await add();
    const id = await idOf(key);
    expect(await encore('revoke', id)).toContain('key "Grafana" is revoked');
    expect(await findKey(database.db, key)).toBeUndefined();
    expect(await encore('list')).toMatch(new RegExp(`^${id} .* revoked \\d{4}-`, 'm'));
    const entries = await withTenant(database.db, database.tenantId, (tx) =>
      tx.selectFrom('audit_log').select(['action', 'actor']).where('subject', '=', `key/${id}`).orderBy('at').execute()
    );
    expect(entries.map(({ action }) => action)).toEqual(['key.add', 'key.revoke']);
    expect(entries[0]!.actor).toMatch(/^cli/);
    await expect(encore('revoke', id)).rejects.toThrow('"encore key list" shows the ids');
  });

  it.each(['x', '01900000-0000-7000-8000-000000000000'])('refuses %s, which is no key', async (id) => {
    await expect(encore('revoke', id)).rejects.toThrow(`there is no key "${id}" to revoke`);
  });

  it('reaches no key of another tenant', async () => {
    const key = await add('--tenant', 'stax');
    await expect(encore('revoke', await idOf(key))).rejects.toThrow('there is no key');
    expect(await findKey(database.db, key)).toBeDefined();
  });
});

describe('encore key ensure', () => {
  const file = () => join(folder, 'api-key');
  const firstKey = async () => (await readFile(file(), 'utf8')).trim();

  it('keeps the key of the file while it works, and makes another when it was revoked', async () => {
    await encore('ensure');
    const first = await firstKey();
    await encore('ensure');
    expect(await firstKey()).toBe(first);

    await encore('revoke', await idOf(first));
    await encore('ensure');
    const second = await firstKey();
    expect(second).not.toBe(first);
    expect(await findKey(database.db, second)).toMatchObject({ scopes: ['read', 'write', 'admin'] });
  });

  it('refuses a revoked ENCORE_API_KEY in one line', async () => {
    process.env.ENCORE_API_KEY = 'a-key-from-the-environment';
    try {
      await encore('ensure');
      await encore('revoke', await idOf(process.env.ENCORE_API_KEY));
      await writeFile(file(), '');
      await expect(encore('ensure')).rejects.toThrow('ENCORE_API_KEY: is a key that was revoked');
    } finally {
      delete process.env.ENCORE_API_KEY;
    }
  });
});
