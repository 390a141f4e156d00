import type { FormatOptions, ImportFormat } from '../format.ts';
import type { Notice } from '../notices.ts';
import type { DateOrder, DecimalMark } from '../values/badValue.ts';
import { openBytes } from './bytes.ts';
import type { ByteLimits } from './bytes.ts';
import { decideStyles } from './evidence.ts';
import { findHeader } from './header.ts';
import type { Header } from './header.ts';
import { decodeText } from './text.ts';

export interface Styles {
  decimal: DecimalMark | undefined;
  dateOrder: DateOrder | undefined;
}

/** What is known of a file before its rows are read. */
export interface Sniffed {
  header: Header;
  styles: Styles;
  notices: Notice[];
}

export interface SniffRequest extends FormatOptions {
  path: string;
  fileName: string;
  format: ImportFormat;
  limits?: ByteLimits;
  signal: AbortSignal;
}

const headChars = 32 * 1024;

/** Finds delimiter, header and, where the format asks for it, how dates and amounts are written. */
export async function sniff(request: SniffRequest): Promise<Sniffed> {
  const { path, fileName, format, map, limits } = request;
  let head = '';
  for await (const text of decodeText((await openBytes(path, fileName, limits)).chunks, fileName)) {
    head += text;
    if (head.length >= headChars) break;
  }
  const header = findHeader(head, fileName, format.columns, map);
  return { header, styles: await decideStyles(request, header), notices: [] };
}
