import { testDatabase } from '../store/testing.ts';
import type { TestDatabase } from '../store/testing.ts';
import { register } from './demo.ts';
import type { DryRun } from './demoDryRun.ts';
import { runCommand } from './testing.ts';

const environment = { ...process.env };
const small = ['--artists', '2', '--years', '2', '--end', '2026-06-30'];

/** What `encore demo …` prints. */
const demo = async (...words: string[]) => (await runCommand(register, 'demo', ...small, ...words)).out;

afterEach(() => {
  process.env = { ...environment };
});

describe('encore demo --dry-run', () => {
  beforeEach(() => {
    delete process.env.DATABASE_URL;
    delete process.env.DATABASE_ADMIN_URL;
  });

  it('needs no database and tells how many artist-years it simulates a second', async () => {
    const run = JSON.parse(await demo('--dry-run', '--json')) as DryRun;
    expect(run).toMatchObject({ artists: 2, years: 2 });
    expect(run.facts).toBeGreaterThan(1000);
    expect(run.labels).toBeGreaterThan(5);
    expect(run.artistYearsPerSecond).toBeCloseTo(4 / run.threadSeconds, 5);
    expect(run.processSeconds).toBeGreaterThan(0);
    expect(await demo('--dry-run')).toMatch(
      /^2 artists, 4 artist-years, .* labels: \d+ artist-years\/s, .* on one thread .*; nothing was loaded\n$/
    );
  });

  it('makes quiet careers with --incidents 0', async () => {
    const labels = async (factor: string) =>
      (JSON.parse(await demo('--dry-run', '--json', '--incidents', factor)) as DryRun).labels;
    expect(await labels('0')).toBeLessThan(await labels('5'));
  });

  it.each(['-1', '11', 'many', ''])('refuses --incidents "%s" and says what may be written', async (factor) => {
    await expect(demo('--dry-run', `--incidents=${factor}`)).rejects.toThrow(/write a number from 0/);
  });
});

describe('encore demo', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await testDatabase()));
  afterAll(() => database.close());

  it('writes the labels as the owner', async () => {
    Object.assign(process.env, { DATABASE_URL: database.urls.app, DATABASE_ADMIN_URL: database.urls.owner });
    expect(await demo()).toMatch(
      /^2 demo artists, [\d,]+ rows in .* s\n\d+ labels of what was injected in schema truth\n$/
    );
    expect(await demo('--if-empty')).toBe('tenant "default" has 2 artists already; no demo loaded\n');
  });

  it('says that labels are left out where only the application role is known', async () => {
    process.env.DATABASE_URL = database.urls.app;
    delete process.env.DATABASE_ADMIN_URL;
    expect(await demo('--tenant', 'other')).toMatch(
      /^2 demo artists, .*\nlabels of what was injected were left out: they are the owner's, and DATABASE_ADMIN_URL is not set\n$/
    );
  });
});
