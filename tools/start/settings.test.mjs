import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from './settings.mjs';

describe('the settings of npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'encore-settings-'));
  const env = { ENCORE_DATA_DIR: join(folder, 'data') };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are complete with nothing set, and empty text counts as nothing', () => {
    const usual = { host: '127.0.0.1', port: 8080, grafanaPort: 3000, database: undefined, grafanaHome: undefined };
    expect(readSettings(env)).toMatchObject(usual);
    expect(readSettings({ ...env, HOST: '', PORT: '', DATABASE_URL: '', GRAFANA_HOME: '' })).toMatchObject(usual);
  });

  it('take a server of your own when both addresses are given', () => {
    const both = { DATABASE_URL: 'postgresql://app:a@db/encore', DATABASE_ADMIN_URL: 'postgres://owner:b@db/encore' };
    expect(readSettings({ ...env, ...both }).database).toEqual({
      databaseUrl: both.DATABASE_URL,
      databaseAdminUrl: both.DATABASE_ADMIN_URL,
    });
  });

  it('never repeat an address, which holds a password, in the message', () => {
    const wrong = {
      DATABASE_URL: 'mysql://app:secret@db/encore',
      DATABASE_ADMIN_URL: 'mysql://owner:secret@db/encore',
    };
    expect(() => readSettings({ ...env, ...wrong })).toThrow(
      /^(?!.*secret).*DATABASE_URL: is not a PostgreSQL address/
    );
  });

  it('refuse one port for both servers', () => {
    expect(() => readSettings({ ...env, PORT: '3000' })).toThrow('GRAFANA_PORT="3000" is PORT too');
  });
});
