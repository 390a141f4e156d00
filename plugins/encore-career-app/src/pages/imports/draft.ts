import { slugOf } from './slugOf';
import type { FormatInfo, ImportOptions } from './types';

/** What the form holds; texts are empty where nothing is chosen. */
export interface Draft {
  file?: File;
  /** Name of a format; empty: found by the file's header. */
  format: string;
  /** Slug of a known artist, or the name of a new one. */
  artist: string;
  /** Of a new artist. */
  currency: string;
  timeZone: string;
  dates: '' | 'dmy' | 'mdy';
  decimal: '' | 'dot' | 'comma';
  strict: boolean;
  anyArtist: boolean;
  /** Names in the file by column key. */
  columns: Record<string, string>;
}

export const emptyDraft: Draft = {
  format: '',
  artist: '',
  currency: '',
  timeZone: '',
  dates: '',
  decimal: '',
  strict: false,
  anyArtist: false,
  columns: {},
};

export interface Known {
  formats: FormatInfo[];
  artists: Array<{ text: string; value: string }>;
}

/** What a draft still needs before it can be sent. */
export type Missing = 'file' | 'empty-file' | 'artist' | 'artist-name';

export const formatOf = (draft: Draft, { formats }: Known): FormatInfo | undefined =>
  formats.find(({ name }) => name === draft.format);

/** Whose facts these are must be said, but for formats of the whole label such as exchange rates. */
export const needsArtist = (draft: Draft, known: Known): boolean => formatOf(draft, known)?.ofArtist ?? true;

export const isNewArtist = ({ artist }: Draft, { artists }: Known): boolean =>
  artist !== '' && !artists.some(({ value }) => value === artist);

/** What is missing first, from the top of the form down; undefined when the draft can be sent. */
export function missingIn(draft: Draft, known: Known): Missing | undefined {
  if (!draft.file) {
    return 'file';
  }
  if (draft.file.size === 0) {
    return 'empty-file';
  }
  if (!needsArtist(draft, known)) {
    return undefined;
  }
  if (draft.artist === '') {
    return 'artist';
  }
  return isNewArtist(draft, known) && slugOf(draft.artist) === '' ? 'artist-name' : undefined;
}

/** The options that the service takes; what is not chosen is left out. */
export function toOptions(draft: Draft, known: Known, dryRun: boolean): ImportOptions {
  const map = Object.fromEntries(
    Object.entries(draft.columns)
      .map(([key, name]) => [key, name.trim()])
      .filter(([, name]) => name !== '')
  );
  return {
    ...(draft.format && { format: draft.format }),
    ...(needsArtist(draft, known) && artistOptions(draft, known)),
    ...(Object.keys(map).length > 0 && { map }),
    ...(draft.dates && { dates: draft.dates }),
    ...(draft.decimal && { decimal: draft.decimal }),
    ...(draft.strict && { strict: true }),
    ...(draft.anyArtist && { anyArtist: true }),
    ...(dryRun && { dryRun: true }),
  };
}

function artistOptions(draft: Draft, known: Known): ImportOptions {
  if (!isNewArtist(draft, known)) {
    return { artist: draft.artist };
  }
  return {
    artist: slugOf(draft.artist),
    create: true,
    name: draft.artist.trim(),
    ...(draft.currency && { currency: draft.currency.trim().toUpperCase() }),
    ...(draft.timeZone && { timeZone: draft.timeZone.trim() }),
  };
}
