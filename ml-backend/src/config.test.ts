import { readConfig } from './config.ts';

const database = {
  DATABASE_URL: 'postgresql://app:secret@db/encore',
  DATABASE_ADMIN_URL: 'postgres://own:secret@db/e',
};

describe('the configuration of the backend', () => {
  it('needs a database and has an answer to everything else', () => {
    expect(readConfig({ ...database, HOST: '', PORT: '', LOG_LEVEL: '' })).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      apiKey: undefined,
      logLevel: 'info',
      databaseUrl: database.DATABASE_URL,
    });
    expect(() => readConfig({})).toThrow('DATABASE_URL: is not set; `npm start` sets it');
  });

  it.each([
    [{ DATABASE_ADMIN_URL: '' }, 'DATABASE_ADMIN_URL: is not set and DATABASE_URL is: set both'],
    [{ DATABASE_URL: 'mysql://app:secret@db/encore' }, 'DATABASE_URL: is not a PostgreSQL address'],
    [{ PORT: '1e3' }, 'PORT="1e3" is not a port'],
    [{ PORT: '65536' }, 'PORT="65536" is not a port'],
    [{ HOST: 'not a host' }, 'HOST="not a host" is not an address'],
    [{ ENCORE_UPLOAD_MB: '2 GB' }, 'ENCORE_UPLOAD_MB="2 GB" is not a size; write the megabytes'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL="loud" is not a level'],
    [{ ENCORE_API_KEY: 'secret' }, 'ENCORE_API_KEY: must be 16 to 200 printable characters'],
  ])('%o is refused by name, and no secret is repeated', (env, message) => {
    const read = () => readConfig({ ...database, ...env });
    expect(read).toThrow(message);
    expect(read).toThrow(/^(?!.*secret)/);
  });
});
