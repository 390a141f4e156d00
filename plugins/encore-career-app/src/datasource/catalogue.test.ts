import { CatalogueClient, paramKind, type ParamKind, type ParamSchema } from './catalogue';

describe('the catalogue', () => {
  it('and each list are asked for once', async () => {
    const asked: string[] = [];
    const client = new CatalogueClient(async <T>(path: string) => {
      asked.push(path);
      return { options: [], queryTypes: [] } as T;
    });
    await Promise.all([client.catalogue(), client.catalogue(), client.options('artists')]);
    await client.options('artists');
    expect(asked).toEqual(['catalogue', 'options/artists']);
  });

  it('is asked for again after a failure', async () => {
    let fail = true;
    const client = new CatalogueClient(async <T>() => {
      if (fail) {
        throw new Error('away');
      }
      return { queryTypes: [] } as T;
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
