import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formats } from '../catalogue.ts';
import { detectFormat } from '../detect.ts';
import { templateOf } from '../template.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'encore-recognise-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function formatOf(text: string): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, text);
  return detectFormat({ path, fileName: 'file.csv', limits: undefined, map: undefined }, formats).then(
    ({ name }) => name,
    (error: { code: string }) => error.code
  );
}

describe('the formats together', () => {
  it.each(formats.flatMap((format) => (templateOf(format) ? [[format.name, templateOf(format)!]] : [])))(
    'recognise a file with every column of %s',
    async (name, header) => expect(await formatOf(`${header}\n`)).toBe(name)
  );

  it.each(
    formats.flatMap((format) => {
      const required = Object.values(format.columns).filter((column) => column.required);
      const few = ['members', 'venues', 'bandcamp', 'distrokid', 'gigs'].includes(format.name);
      return 'fact' in format && !few ? [[format.name, required.map(({ title }) => title).join(';')]] : [];
    })
  )('recognise a file with no more than what %s needs', async (name, header) =>
    expect(await formatOf(`${header}\n`)).toBe(name)
  );

  it.each([
    'date,time,amount,currency,description',
    'date,name,amount,currency,from',
    'date,amount,currency,artist,title',
    'date,amount,currency,category,title',
    'date,kind,title,amount,currency',
    'id;date;amount;currency;name;role',
    'Buchungstag;Betrag;Währung;Name',
  ])('leave a list of money to the ledger: %s', async (header) => expect(await formatOf(`${header}\n`)).toBe('ledger'));

  it('leave shows with a capacity to gigs', async () =>
    expect(await formatOf('gig_id,date,venue,city,country,capacity,time\n')).toBe('gigs'));
});
