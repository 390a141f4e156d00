import { badRequest } from '../../errors.ts';
import type { Column, Row } from '../format.ts';
import { shorten } from '../values/badValue.ts';
import { textFault } from './text.ts';
import { RecordReader } from './records.ts';

/** Where the columns of a format stand in a file. */
export interface Header {
  delimiter: string;
  /** Names as they stand in the file. */
  names: string[];
  /** Column key to position. */
  positions: Map<string, number>;
  /** Columns that have one value for the whole file. */
  constants: Row;
  /** Line of the header, counted from 1. */
  line: number;
}

/** A header with what keeps a format from reading the file. */
export interface ScannedHeader extends Header {
  /** The first required column that is not there. */
  missing: readonly [key: string, column: Column] | undefined;
  /** What is wrong with `--map`. */
  problem: string | undefined;
}

const delimiters = [',', '\t', ';', '|'];

/** Letters and digits only, so that "Sale Month", "sale_month" and "SaleMonth" are one name. */
export const bareName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Finds the header and sees to it that the format can read the file.
 * @throws EncoreError IMPORT_EMPTY, IMPORT_BAD_TEXT, IMPORT_MISSING_COLUMN, IMPORT_BAD_MAP
 */
export function findHeader(
  text: string,
  fileName: string,
  columns: Readonly<Record<string, Column>>,
  map: Readonly<Record<string, string>> = {}
): Header {
  const { missing, problem, ...header } = scanHeader(text, fileName, columns, map);
  if (problem) throw badRequest('IMPORT_BAD_MAP', problem, 'map');
  if (!missing) return header;
  throw badRequest(
    'IMPORT_MISSING_COLUMN',
    `${fileName} has no column "${missing[1].title}"; its first row reads ${quoteNames(header.names)}`,
    missing[0]
  );
}

/**
 * Looks at the first line that is not blank, split by whichever delimiter finds most columns.
 * @param text the beginning of the file, at least its first line
 * @param map  column key to a name in the file, or to a fixed value for the keys that may be fixed
 * @throws EncoreError IMPORT_EMPTY, IMPORT_BAD_TEXT
 */
export function scanHeader(
  text: string,
  fileName: string,
  columns: Readonly<Record<string, Column>>,
  map: Readonly<Record<string, string>> = {}
): ScannedHeader {
  const start = text.search(/[^\s,;|"]/);
  if (start < 0) throw badRequest('IMPORT_EMPTY', `${fileName} is empty`, 'file');
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const line = text.slice(0, lineStart).split('\n').length;
  const candidates = delimiters.map((delimiter) => {
    const names = firstRecord(text.slice(lineStart), delimiter).map((name) => name.trim());
    return { delimiter, names, line, ...place(names, columns, map, fileName) };
  });
  const best = candidates.reduce((a, b) =>
    b.positions.size > a.positions.size || (b.positions.size === a.positions.size && b.names.length > a.names.length)
      ? b
      : a
  );
  const fault = textFault(best.names.join(''));
  if (fault)
    throw badRequest('IMPORT_BAD_TEXT', `${fileName}, row ${line}: ${fault.replace('the row', 'the header')}`, 'file');
  const missing = Object.entries(columns).find(
    ([key, column]) => column.required && !best.positions.has(key) && !Object.hasOwn(best.constants, key)
  );
  return { ...best, missing };
}

/** The names of a first row as a message repeats them. */
export const quoteNames = (names: readonly string[]): string =>
  names
    .map((name) => `"${shorten(name, 40)}"`)
    .slice(0, 20)
    .join(', ');

function firstRecord(text: string, delimiter: string): string[] {
  let first: string[] | undefined;
  const reader = new RecordReader(delimiter, {
    record: (fields) => (first ??= fields),
    broken: (_line, row) => (first ??= [row]),
  });
  reader.push(text);
  reader.end();
  return first ?? [''];
}

function place(
  names: string[],
  columns: Readonly<Record<string, Column>>,
  map: Readonly<Record<string, string>>,
  fileName: string
) {
  const byName = new Map<string, number>();
  names.forEach((name, at) => {
    const bare = bareName(name);
    if (bare && !byName.has(bare)) byName.set(bare, at);
  });
  const positions = new Map<string, number>();
  const constants: Row = {};
  let problem: string | undefined;
  for (const [key, wanted] of Object.entries(map)) {
    const at = names.indexOf(wanted) >= 0 ? names.indexOf(wanted) : byName.get(bareName(wanted));
    if (!columns[key]) problem ??= `--map ${key}: there is no such part; use ${Object.keys(columns).join(', ')}`;
    else if (at !== undefined) positions.set(key, at);
    else if (columns[key].fixed) constants[key] = wanted;
    else problem ??= `--map ${key}: ${fileName} has no column "${shorten(wanted, 40)}"; it has ${quoteNames(names)}`;
  }
  const taken = new Set(positions.values());
  for (const [key, column] of Object.entries(columns)) {
    if (positions.has(key) || Object.hasOwn(constants, key)) continue;
    const at = [column.title, key, ...(column.also ?? [])]
      .map((name) => byName.get(bareName(name)))
      .find((found) => found !== undefined && !taken.has(found));
    if (at === undefined) continue;
    positions.set(key, at);
    taken.add(at);
  }
  return { positions, constants, problem };
}
