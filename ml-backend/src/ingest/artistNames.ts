import { badRequest } from '../errors.ts';
import type { Artist } from '../store/artists.ts';
import type { TenantTx } from '../store/connection.ts';
import { countStaged, takeOut } from '../store/facts.ts';
import type { ImportFormat } from './format.ts';
import type { Notice } from './notices.ts';
import { rows } from './notices.ts';
import { bareName } from './read/header.ts';
import type { Rejections } from './report.ts';

/** Names in a credit: "A & B feat. C" names three. */
const credits = (name: string): string[] =>
  [name, ...name.split(/\s*(?:,|&|\+|\/|\band\b|\bx\b|\bfeat\.?|\bft\.?|\bfeaturing\b|\bwith\b)\s*/i)]
    .map(bareName)
    .filter(Boolean);

/**
 * Sees to it that a statement of several artists does not land on one of them. All rows are the artist's when the
 * file names one artist only, or when the name (or one name in a credit) is the artist's name or slug.
 * @throws EncoreError IMPORT_OTHER_ARTISTS when no name of several is the artist's
 */
export async function settleArtists(
  tx: TenantTx,
  { artistColumn }: ImportFormat,
  artist: Artist,
  { anyArtist, fileName }: { anyArtist?: boolean; fileName: string },
  nameOf: (column: string) => string,
  rejections: Rejections
): Promise<Notice[]> {
  if (!artistColumn) return [];
  const names = await countStaged(tx, artistColumn);
  const own = new Set([bareName(artist.name), bareName(artist.slug)]);
  const other = names.filter(({ value }) => value !== null && !credits(value).some((name) => own.has(name)));
  if (other.length === 0) return [];
  const told =
    other
      .slice(0, 5)
      .map(({ value }) => `"${value}"`)
      .join(', ') + (other.length > 5 ? ', …' : '');
  if (anyArtist || names.length === 1) {
    return [{ code: 'IMPORT_OTHER_ARTISTS', text: `the file names ${told}; all rows are taken for ${artist.name}` }];
  }
  if (other.length === names.length) {
    throw badRequest(
      'IMPORT_OTHER_ARTISTS',
      `${fileName} is of ${told}, none of them is ${artist.name}; choose another artist, or take all rows with --any-artist`,
      'artist'
    );
  }
  for (const { line, value } of await takeOut(
    tx,
    artistColumn,
    other.map(({ value }) => value!)
  )) {
    rejections.add(
      line,
      nameOf(artistColumn),
      value,
      'IMPORT_OTHER_ARTIST',
      `the row is of another artist than ${artist.name}; import it for that artist, or take all rows with --any-artist`
    );
  }
  return [
    {
      code: 'IMPORT_OTHER_ARTISTS',
      text: `the file also names ${told}: ${rows(other.reduce((sum, { count }) => sum + count, 0))} left out`,
    },
  ];
}
