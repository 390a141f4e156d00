import { badRequest } from '../errors.ts';
import type { Artist } from '../store/artists.ts';
import type { TenantTx } from '../store/connection.ts';
import { countStaged, takeOut } from '../store/facts.ts';
import { confirmedNames } from '../store/imports.ts';
import type { ImportFormat } from './format.ts';
import type { Notice } from './notices.ts';
import { rows } from './notices.ts';
import { bareName } from './read/header.ts';
import type { Rejections } from './report.ts';

/** Some names, such as "!!!", have neither letters nor digits. */
const keyOf = (name: string): string => bareName(name) || name.trim();

/** Names in a credit: "A & B feat. C" names three. */
const credits = (name: string): string[] =>
  [name, ...name.split(/\s*(?:,|&|\+|\/|\band\b|\bx\b|\bfeat\.?|\bft\.?|\bfeaturing\b|\bwith\b)\s*/i)]
    .map(keyOf)
    .filter(Boolean);

export interface SettledArtists {
  notices: Notice[];
  /** Another name of the artist, which the file has in all rows and the user stands by; later files may have it too. */
  confirmed?: string;
}

/**
 * Sees to it that the money of one artist does not land on another one. A row is the artist's when its name, or one name
 * in a credit, is the artist's name or slug or was confirmed before. A file that names somebody else throughout is taken
 * when the artist is made for it, or when the user says so.
 * @throws EncoreError IMPORT_OTHER_ARTISTS when no name in the file is the artist's
 */
export async function settleArtists(
  tx: TenantTx,
  { artistColumn }: ImportFormat,
  { artist, created }: { artist: Artist; created: boolean },
  { anyArtist, fileName }: { anyArtist?: boolean; fileName: string },
  nameOf: (column: string) => string,
  rejections: Rejections
): Promise<SettledArtists> {
  if (!artistColumn) return { notices: [] };
  const names = await countStaged(tx, artistColumn);
  const known = [artist.name, artist.slug, ...(created ? [] : await confirmedNames(tx, artist.artistId))];
  const own = new Set(known.map(keyOf));
  const other = names.filter(({ value }) => value !== null && !credits(value).some((name) => own.has(name)));
  if (other.length === 0) return { notices: [] };
  const told =
    other
      .slice(0, 5)
      .map(({ value }) => `"${value}"`)
      .join(', ') + (other.length > 5 ? ', …' : '');
  const confirmed = names.length === 1 ? names[0]!.value! : undefined;
  if (anyArtist || (confirmed && created)) {
    const text = `the file names ${told}; all rows are taken for ${artist.name}`;
    return { notices: [{ code: 'IMPORT_OTHER_ARTISTS', text }], confirmed };
  }
  if (other.length === names.length) {
    throw badRequest(
      'IMPORT_OTHER_ARTISTS',
      `${fileName} is of ${told}, ${confirmed ? 'not of' : 'none of them is'} ${artist.name}; choose another artist, or, if ${artist.name} is meant, take all rows with --any-artist (anyArtist over HTTP)`,
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
  const text = `the file also names ${told}: ${rows(other.reduce((sum, { count }) => sum + count, 0))} left out`;
  return { notices: [{ code: 'IMPORT_OTHER_ARTISTS', text }] };
}
