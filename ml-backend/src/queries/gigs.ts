import { Type } from 'typebox';
import { booleanField, frame, noData, numberField, stringField, tableMeta, timeField } from '../frames/frame.ts';
import type { Artist } from '../store/artists.ts';
import type { Gig } from '../store/gigs.ts';
import { loadGigs } from '../store/gigs.ts';
import { requireArtists } from './lookup.ts';
import { artistsParam, asOfParam, venuesParam } from './params.ts';
import { defineQuery } from './type.ts';

const statuses = ['offered', 'booked', 'played', 'cancelled', 'moved'] as const;

export const gigsQuery = defineQuery({
  name: 'gigs',
  title: 'Shows',
  help: 'Shows in the time range with venue, attendance and money, one row each.',
  formats: ['table'],
  params: Type.Object(
    {
      artists: artistsParam,
      status: Type.Array(Type.Enum([...statuses]), {
        title: 'Status',
        description: 'Empty means every status',
        default: [],
        maxItems: statuses.length,
        'x-multi': true,
      }),
      venues: venuesParam,
      undated: Type.Boolean({
        title: 'With shows without a date',
        description: 'Adds shows whose date nobody knows',
        default: false,
        'x-advanced': true,
      }),
      asOf: asOfParam,
    },
    { additionalProperties: false }
  ),
  frames: [
    {
      name: 'gigs',
      says: 'one row a show, by date',
      fields: [
        { name: 'time', type: 'time', says: 'date, empty when nobody knows it' },
        { name: 'artist', type: 'string', says: 'who' },
        { name: 'venue', type: 'string', says: 'where' },
        { name: 'city', type: 'string', says: 'city' },
        { name: 'country', type: 'string', says: 'country' },
        { name: 'tour', type: 'string', says: 'tour' },
        { name: 'status', type: 'string', says: statuses.join(', ') },
        { name: 'songs', type: 'number', says: 'songs in the setlist on record' },
        { name: 'heads', type: 'number', says: 'people who came' },
        { name: 'capacity', type: 'number', says: 'people who fit' },
        { name: 'fill', type: 'number', says: 'heads by capacity' },
        { name: 'gross', type: 'number', says: 'ticket income in the show’s currency' },
        { name: 'currency', type: 'string', says: 'currency of gross' },
        { name: 'id', type: 'string', says: 'id in the source' },
      ],
    },
  ],
  async run({ params, read, asOf, timeRange: { from, to } }) {
    const { artists, all } = await read(async (tx) => {
      const artists = await requireArtists(tx, params.artists);
      return {
        artists,
        all: await loadGigs(
          tx,
          artists.map(({ artistId }) => artistId),
          asOf
        ),
      };
    });
    const gigs = all.filter(
      ({ time, status, venue, location }) =>
        (time === null ? params.undated : time >= from && time <= to) &&
        (params.venues.length === 0 || params.venues.includes(venue ?? location ?? '')) &&
        (params.status.length === 0 || params.status.includes(status))
    );
    if (gigs.length === 0) return [noData('gigs', [{ severity: 'info', text: 'No shows in this time range.' }])];
    return [table(gigs, new Map(artists.map((artist) => [artist.artistId, artist])))];
  },
});

function table(gigs: Gig[], artists: Map<string, Artist>) {
  return frame(
    'gigs',
    [
      timeField(
        'time',
        gigs.map(({ time }) => time),
        { config: { unit: 'dateTimeAsIso' } }
      ),
      stringField(
        'artist',
        gigs.map(({ artistId }) => artists.get(artistId)?.name ?? null)
      ),
      stringField(
        'venue',
        gigs.map(({ venue, location }) => venue ?? location)
      ),
      stringField(
        'city',
        gigs.map(({ city }) => city)
      ),
      stringField(
        'country',
        gigs.map(({ country }) => country)
      ),
      stringField(
        'tour',
        gigs.map(({ tour }) => tour)
      ),
      stringField(
        'status',
        gigs.map(({ status }) => status)
      ),
      numberField(
        'songs',
        gigs.map(({ songs }) => songs)
      ),
      numberField(
        'heads',
        gigs.map(({ heads }) => heads)
      ),
      numberField(
        'capacity',
        gigs.map(({ capacity }) => capacity)
      ),
      numberField(
        'fill',
        gigs.map(({ heads, capacity }) => (heads !== null && capacity ? heads / capacity : null)),
        { config: { unit: 'percentunit' } }
      ),
      numberField(
        'gross',
        gigs.map(({ gross }) => gross),
        { config: moneyUnit(gigs) }
      ),
      stringField(
        'currency',
        gigs.map((gig) => gig.currency)
      ),
      stringField(
        'id',
        gigs.map(({ externalId }) => externalId)
      ),
      ...(artists.size > 1
        ? [
            stringField(
              'artistId',
              gigs.map(({ artistId }) => artists.get(artistId)?.slug ?? null)
            ),
          ]
        : []),
    ],
    tableMeta
  );
}

/** The unit of all gross figures; undefined where shows differ in currency or do not tell it. */
export function moneyUnit(gigs: readonly Gig[]): { unit: string } | undefined {
  const currencies = new Set(gigs.flatMap(({ gross, currency }) => (gross === null ? [] : currency)));
  const [currency] = currencies;
  return currencies.size === 1 && currency ? { unit: `currency${currency}` } : undefined;
}

/** A show is listed twice when artist, date and place are equal. */
export function listedTwice(gigs: readonly Gig[]): boolean[] {
  const key = (gig: Gig) => (gig.time === null ? null : `${gig.artistId}|${gig.time}|${gig.location ?? gig.venue}`);
  const counts = new Map<string | null, number>();
  for (const gig of gigs) counts.set(key(gig), (counts.get(key(gig)) ?? 0) + 1);
  return gigs.map((gig) => key(gig) !== null && counts.get(key(gig))! > 1);
}

export const duplicateField = (gigs: readonly Gig[]) => booleanField('duplicate', listedTwice(gigs));
