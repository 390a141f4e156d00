import { emptyDraft, missingIn, needsArtist, toOptions, type Draft, type Known } from './draft';

const known: Known = {
  formats: [
    { name: 'ledger', title: 'Ledger', help: '', ofArtist: true, columns: [] },
    { name: 'fx', title: 'Rates', help: '', ofArtist: false, columns: [] },
  ],
  artists: [{ text: 'Ada Marlowe', value: 'ada-marlowe' }],
};
const file = new File(['a,b'], 'a.csv');
const draft = (changes: Partial<Draft>): Draft => ({ ...emptyDraft, file, ...changes });

describe('what the form still needs', () => {
  it.each([
    ['file', { file: undefined }],
    ['empty-file', { file: new File([], 'empty.csv'), artist: 'ada-marlowe' }],
    ['artist', {}],
    ['artist-name', { artist: '!!!' }],
    [undefined, { artist: 'ada-marlowe' }],
    [undefined, { artist: 'Cy Newcomer' }],
    [undefined, { format: 'fx' }],
  ])('is %s', (missing, changes: Partial<Draft>) => {
    expect(missingIn(draft(changes), known)).toBe(missing);
  });

  it('is an artist, but for what belongs to the whole label', () => {
    expect(needsArtist(draft({ format: 'ledger' }), known)).toBe(true);
    expect(needsArtist(draft({}), known)).toBe(true);
    expect(needsArtist(draft({ format: 'fx' }), known)).toBe(false);
  });
});

describe('the options of an import', () => {
  it('leave out what is not chosen', () => {
    expect(toOptions(draft({ artist: 'ada-marlowe' }), known, false)).toEqual({ artist: 'ada-marlowe' });
  });

  it('hold everything that is chosen', () => {
    const all = draft({
      format: 'ledger',
      artist: 'ada-marlowe',
      dates: 'dmy',
      decimal: 'comma',
      strict: true,
      anyArtist: true,
      columns: { date: ' Paid on ', amount: '' },
    });
    expect(toOptions(all, known, true)).toEqual({
      format: 'ledger',
      artist: 'ada-marlowe',
      map: { date: 'Paid on' },
      dates: 'dmy',
      decimal: 'comma',
      strict: true,
      anyArtist: true,
      dryRun: true,
    });
  });

  it('make a new artist of a name that is not on the list', () => {
    const one = draft({ artist: ' Cy Newcomer', currency: 'eur', timeZone: 'Europe/Berlin' });
    expect(toOptions(one, known, false)).toEqual({
      artist: 'cy-newcomer',
      create: true,
      name: 'Cy Newcomer',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
    });
  });

  it('name no artist for what belongs to the whole label', () => {
    expect(toOptions(draft({ format: 'fx', artist: 'ada-marlowe' }), known, false)).toEqual({ format: 'fx' });
  });
});
