import type { ImportFormat } from './format.ts';

/** The header of an empty file of a format, in the words of its source; null where files are no tables. */
export const templateOf = (format: ImportFormat): string | null =>
  'fact' in format
    ? Object.values(format.columns)
        .map(({ title }) => (title.includes(',') ? `"${title}"` : title))
        .join(',')
    : null;
