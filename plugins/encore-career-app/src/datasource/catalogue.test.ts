import { CatalogueClient, paramKind, type ParamKind, type ParamSchema } from './catalogue';

/** A service that notes what it is asked, and a clock that stands until it is moved. */
function setUp(answer: () => unknown = () => ({ options: [], queryTypes: [] })) {
  const asked: string[] = [];
  const clock = { now: 0 };
  const client = new CatalogueClient(
    async <T>(path: string) => {
      asked.push(path);
      return answer() as T;
    },
    () => clock.now
  );
  return { client, asked, clock };
}

describe('the catalogue', () => {
  it('and each list are asked for once by all who need them at the same time', async () => {
    const { client, asked } = setUp();
    await Promise.all([client.catalogue(), client.catalogue(), client.options('artists')]);
    await client.options('artists');
    expect(asked).toEqual(['catalogue', 'options/artists?limit=5000']);
  });

  it('lists who came meanwhile, without a reload of the page', async () => {
    const artists = [{ text: 'Ada', value: 'ada' }];
    const { client, asked, clock } = setUp(() => ({ options: [...artists] }));
    await client.options('artists');
    artists.push({ text: 'Bea', value: 'bea' });
    clock.now = 14_000;
    await expect(client.options('artists')).resolves.toHaveLength(1);
    clock.now = 15_000;
    await expect(client.options('artists')).resolves.toHaveLength(2);
    expect(asked).toHaveLength(2);
  });

  it('is asked for again after a failure', async () => {
    let fail = true;
    const { client } = setUp(() => {
      if (fail) {
        throw new Error('away');
      }
      return { queryTypes: [] };
    });
    await expect(client.catalogue()).rejects.toThrow('away');
    fail = false;
    await expect(client.catalogue()).resolves.toEqual({ queryTypes: [] });
  });

  it.each<[ParamKind, ParamSchema]>([
    ['many', { type: 'array', 'x-options': 'artists' }],
    ['many', { 'x-multi': true }],
    ['one', { type: 'string', 'x-options': 'artists' }],
    ['one', { enum: ['a', 'b'] }],
    ['boolean', { type: 'boolean' }],
    ['number', { type: 'integer' }],
    ['number', { type: 'number' }],
    ['text', { type: 'string' }],
    ['text', {}],
  ])('gives a %s control to %j', (kind, schema) => {
    expect(paramKind(schema)).toBe(kind);
  });
});
