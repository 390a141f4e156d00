import { badRequest } from '../../errors.ts';
import type { Notice } from '../notices.ts';
import { openBytes } from './bytes.ts';
import { decideStyles } from './evidence.ts';
import { findHeader } from './header.ts';
import type { Header } from './header.ts';
import type { SniffRequest, Styles } from './styles.ts';
import { decodeText } from './text.ts';

/** What is known of a file before its rows are read. */
export interface Sniffed {
  header: Header;
  styles: Styles;
  notices: Notice[];
}

const headChars = 32 * 1024;

/** The beginning of a file's text. @throws EncoreError as `openBytes` */
export async function readHead({ path, fileName, limits }: Pick<SniffRequest, 'path' | 'fileName' | 'limits'>) {
  let head = '';
  for await (const text of decodeText((await openBytes(path, fileName, limits)).chunks, fileName)) {
    head += text;
    if (head.length >= headChars) break;
  }
  return head;
}

/** Finds delimiter, header and, where the format asks for it, how dates and amounts are written. */
export async function sniff(request: SniffRequest): Promise<Sniffed> {
  const { fileName, format, map } = request;
  if ('readAll' in format) return ofDocument(request);
  const header = findHeader(await readHead(request), fileName, format.columns, map);
  return { header, styles: await decideStyles(request, header), notices: [] };
}

/** A document has no header, and says itself how its dates are written. */
function ofDocument({ format, map, dateOrder, decimal }: SniffRequest): Sniffed {
  if (map && Object.keys(map).length > 0)
    throw badRequest('IMPORT_BAD_MAP', `${format.name} is no table, so --map has nothing to say`, 'map');
  const header = { delimiter: '', names: [], positions: new Map<string, number>(), constants: {}, line: 0 };
  return { header, styles: { dateOrder, decimal }, notices: [] };
}
