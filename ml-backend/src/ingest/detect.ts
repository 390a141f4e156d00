import { badRequest } from '../errors.ts';
import type { FileHead, ImportFormat } from './format.ts';
import { nearest } from './nearest.ts';
import type { Notice } from './notices.ts';
import { bareName, quoteNames, scanHeader } from './read/header.ts';
import type { ScannedHeader } from './read/header.ts';
import { readHead } from './read/sniff.ts';
import { byColumns } from './recognise.ts';
import type { ImportRequest } from './request.ts';

interface Candidate {
  format: ImportFormat;
  head: FileHead;
  header: ScannedHeader;
  score: number;
}

// A format wins over another one when it is this much surer.
const clearly = 0.9;
const mostNamed = 3;

/**
 * Finds the format of a file by its header.
 * @throws EncoreError IMPORT_FORMAT_UNKNOWN or IMPORT_FORMAT_AMBIGUOUS, with the nearest formats and their columns;
 * what `openBytes` and `scanHeader` throw
 */
export async function detectFormat(
  request: Pick<ImportRequest, 'path' | 'fileName' | 'limits' | 'map'>,
  formats: readonly ImportFormat[]
): Promise<ImportFormat> {
  const text = await readHead(request);
  const candidates = formats
    .map((format) => judge(format, text, request))
    .sort((a, b) => b.score - a.score || nearness(b) - nearness(a));
  const [best, second] = candidates;
  if (!best || best.score <= 0) throw unknown(request.fileName, candidates);
  if (second && second.score > clearly * best.score) {
    const close = candidates.filter(({ score }) => score > clearly * best.score);
    throw badRequest(
      'IMPORT_FORMAT_AMBIGUOUS',
      `${request.fileName} may be ${close.map(({ format }) => format.name).join(' or ')}; say which format it is. ${close.map(describe).join('. ')}`,
      'format'
    );
  }
  return best.format;
}

/** Tells what a file was taken for. */
export const detectionNotice = ({ name, title }: ImportFormat, fileName: string): Notice => ({
  code: 'IMPORT_FORMAT_DETECTED',
  text: `${fileName} was read as ${name} (${title}), by its columns`,
});

function judge(
  format: ImportFormat,
  text: string,
  { fileName, map }: Pick<ImportRequest, 'fileName' | 'map'>
): Candidate {
  const header = scanHeader(text, fileName, format.columns, map);
  const bare = new Set(header.names.map(bareName));
  const head: FileHead = {
    fileName,
    text,
    names: header.names,
    found: new Set([...header.positions.keys(), ...Object.keys(header.constants)]),
    complete: !header.missing && !header.problem,
    known: header.positions.size / header.names.length,
    has: (...names) => names.every((name) => bare.has(bareName(name))),
  };
  return { format, head, header, score: (format.recognise ?? byColumns)(head) };
}

/** Share of the required columns that are there, half of it for a name that is nearly theirs; then of the names. */
function nearness({ format, head }: Candidate): number {
  const names = head.names.map(bareName).filter((name) => name.length > 2);
  const required = Object.entries(format.columns).filter(([, column]) => column.required);
  const share = required.reduce(
    (sum, [key, { title }]) => sum + (head.found.has(key) ? 1 : nearest(bareName(title), names, 1).length / 2),
    0
  );
  return share / Math.max(1, required.length) + head.known / 10;
}

function unknown(fileName: string, candidates: readonly Candidate[]) {
  const names = quoteNames(candidates[0]?.header.names ?? []);
  const near = candidates.filter((candidate) => nearness(candidate) > 0).slice(0, mostNamed);
  const hint =
    near.length > 0
      ? `The nearest formats: ${near.map(describe).join('. ')}`
      : `The formats: ${candidates.map(({ format }) => format.name).join(', ')}`;
  return badRequest(
    'IMPORT_FORMAT_UNKNOWN',
    `${fileName} is of no format that is known: its first row reads ${names}. Say which format it is and, for a ledger, which column is which (--map date=…,amount=…). ${hint}`,
    'format'
  );
}

/** `gigs: gig_id, date (optional: location, city)`. */
function describe({ format, head: { found } }: Candidate): string {
  const titles = (required: boolean) =>
    Object.entries(format.columns)
      .filter(([, column]) => (column.required ?? false) === required)
      .map(([key, { title }]) => (required && !found.has(key) ? `${title} (missing)` : title));
  const optional = titles(false);
  return `${format.name}: ${titles(true).join(', ')}${optional.length > 0 ? `; optional: ${optional.join(', ')}` : ''}`;
}
