import { Type } from 'typebox';
import { frame, noData, numberField, stringField, tableMeta, timeField } from '../frames/frame.ts';
import { loadSongs } from '../store/songs.ts';
import { requireArtists } from './lookup.ts';
import { artistsParam, asOfParam, genresParam } from './params.ts';
import { defineQuery } from './type.ts';

export const songsQuery = defineQuery({
  name: 'songs',
  title: 'Songs',
  help: 'The most played songs with first and last time, and how they went down.',
  formats: ['table'],
  params: Type.Object(
    {
      artists: artistsParam,
      genres: genresParam('songs'),
      limit: Type.Integer({ title: 'At most', description: 'Number of songs', default: 50, minimum: 1, maximum: 5000 }),
      asOf: asOfParam,
    },
    { additionalProperties: false }
  ),
  frames: [
    {
      name: 'songs',
      says: 'one row a song, most played first',
      fields: [
        { name: 'title', type: 'string', says: 'title' },
        { name: 'plays', type: 'number', says: 'how often it was played' },
        { name: 'gigs', type: 'number', says: 'in how many shows' },
        { name: 'opener', type: 'number', says: 'how often it came first' },
        { name: 'first', type: 'time', says: 'first show with it' },
        { name: 'last', type: 'time', says: 'latest show with it' },
        { name: 'engagement', type: 'number', says: 'mean engagement where it was measured' },
        { name: 'duration', type: 'number', says: 'length in seconds' },
        { name: 'key', type: 'string', says: 'musical key' },
        { name: 'tempo', type: 'number', says: 'beats a minute' },
        { name: 'genre', type: 'string', says: 'genre' },
        { name: 'artist', type: 'string', says: 'whose song' },
      ],
    },
  ],
  async run({ params, read, asOf }) {
    const { artists, songs } = await read(async (tx) => {
      const artists = await requireArtists(tx, params.artists);
      return {
        artists,
        songs: await loadSongs(
          tx,
          artists.map(({ artistId }) => artistId),
          asOf,
          params.limit,
          params.genres
        ),
      };
    });
    if (songs.length === 0)
      return [noData('songs', [{ severity: 'info', text: 'No setlists yet: import one with "setlists".' }])];
    const names = new Map(artists.map(({ artistId, name }) => [artistId, name]));
    const fields = [
      stringField(
        'title',
        songs.map(({ title }) => title)
      ),
      numberField(
        'plays',
        songs.map(({ plays }) => plays)
      ),
      numberField(
        'gigs',
        songs.map(({ gigs }) => gigs)
      ),
      numberField(
        'opener',
        songs.map(({ opener }) => opener)
      ),
      timeField(
        'first',
        songs.map(({ first }) => first)
      ),
      timeField(
        'last',
        songs.map(({ last }) => last)
      ),
      numberField(
        'engagement',
        songs.map(({ engagement }) => engagement),
        { config: { unit: 'percentunit' } }
      ),
      numberField(
        'duration',
        songs.map(({ durationSeconds }) => durationSeconds),
        { config: { unit: 's' } }
      ),
      stringField(
        'key',
        songs.map(({ musicalKey }) => musicalKey)
      ),
      numberField(
        'tempo',
        songs.map(({ tempo }) => tempo)
      ),
      stringField(
        'genre',
        songs.map(({ genre }) => genre)
      ),
      stringField(
        'artist',
        songs.map(({ artistId }) => names.get(artistId) ?? null)
      ),
    ];
    // A column that is empty in every row only takes room.
    const always = new Set(['title', 'plays', 'first', 'last']);
    return [
      frame(
        'songs',
        fields.filter(({ name, values }) => always.has(name) || values.some((value) => value !== null)),
        tableMeta
      ),
    ];
  },
});
