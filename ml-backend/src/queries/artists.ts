import { Type } from 'typebox';
import { frame, stringField, tableMeta } from '../frames/frame.ts';
import { listArtists } from '../store/artists.ts';
import { genresParam } from './params.ts';
import { defineQuery } from './type.ts';

const noArtists = 'No artists yet: import a file, or start without --no-demo.';

export const artistsQuery = defineQuery({
  name: 'artists',
  title: 'Artists',
  help: 'Every artist that this key may see, for variables and lists.',
  params: Type.Object({ genres: genresParam('artists') }, { additionalProperties: false }),
  formats: ['table'],
  frames: [
    {
      name: 'artists',
      says: 'one row an artist, by name',
      fields: [
        { name: 'text', type: 'string', says: 'the name to show' },
        { name: 'value', type: 'string', says: 'the slug that other queries take' },
        { name: 'genre', type: 'string', says: 'genre' },
        { name: 'city', type: 'string', says: 'home city' },
        { name: 'country', type: 'string', says: 'home country' },
        { name: 'currency', type: 'string', says: 'reporting currency' },
        { name: 'timeZone', type: 'string', says: 'time zone in which days and months are cut' },
      ],
    },
  ],
  async run({ params: { genres }, read }) {
    const all = await read(listArtists);
    const artists = all.filter(({ genre }) => genres.length === 0 || (genre !== null && genres.includes(genre)));
    const column = (name: string, of: (artist: (typeof artists)[number]) => string | null) =>
      stringField(name, artists.map(of));
    return [
      frame(
        'artists',
        [
          column('text', (artist) => artist.name),
          column('value', (artist) => artist.slug),
          column('genre', (artist) => artist.genre),
          column('city', (artist) => artist.city),
          column('country', (artist) => artist.country),
          column('currency', (artist) => artist.currency),
          column('timeZone', (artist) => artist.timeZone),
        ],
        artists.length
          ? tableMeta
          : {
              ...tableMeta,
              notices: [{ severity: 'info', text: all.length ? 'No artist of these genres.' : noArtists }],
            }
      ),
    ];
  },
});
