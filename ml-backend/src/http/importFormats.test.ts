import Fastify from 'fastify';
import { formats } from '../ingest/catalogue.ts';
import { importFormatRoutes } from './importFormats.ts';

interface Told {
  formats: Array<{
    name: string;
    template: string | null;
    ofArtist: boolean;
    columns: Array<{ key: string; title: string; required: boolean }>;
  }>;
}

describe('GET /v1/imports/formats', () => {
  it('names every format with its columns, and whether it needs an artist', async () => {
    const app = Fastify();
    await app.register(importFormatRoutes);
    const told = (await app.inject('/v1/imports/formats')).json<Told>().formats;
    expect(told.map(({ name }) => name)).toEqual(formats.map(({ name }) => name));
    const ledger = told.find(({ name }) => name === 'ledger');
    expect(ledger).toMatchObject({ ofArtist: true });
    expect(ledger?.columns).toContainEqual({ key: 'amount', title: 'amount', required: true });
    expect(told.find(({ name }) => name === 'fx')).toMatchObject({ ofArtist: false });
    const template = (format: string) => told.find(({ name }) => name === format)?.template;
    expect(template('audience')).toBe('date,platform,metric,value,territory,city');
    expect(template('ics')).toBeNull();
    await app.close();
  });
});
