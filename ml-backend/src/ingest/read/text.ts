import { TextDecoder } from 'node:util';
import { badRequest } from '../../errors.ts';

/**
 * Text of a file's bytes: UTF-8 with or without a byte order mark, or UTF-16 with one.
 * What is not valid becomes U+FFFD, so that the row that holds it can be named.
 * @throws EncoreError IMPORT_BINARY when the beginning is full of NUL
 */
export async function* decodeText(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let onlyReturns: boolean | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk, name);
    let text = decoder.decode(chunk, { stream: true });
    // Old spreadsheets end lines with a carriage return alone.
    onlyReturns ??= text.includes('\r') && !text.includes('\n') && text.length > 1;
    if (onlyReturns) text = text.replaceAll('\r', '\n');
    if (text) yield text;
  }
  const last = decoder?.decode();
  if (last) yield last;
}

function decoderFor(first: Buffer, name: string): TextDecoder {
  const mark = first.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return new TextDecoder('utf-16le');
  if (mark === 'feff') return new TextDecoder('utf-16be');
  const head = first.subarray(0, 1024);
  // A stray NUL spoils its row; many of them are another kind of file.
  if (head.filter((byte) => byte === 0).length > head.length / 100) {
    throw badRequest('IMPORT_BINARY', `${name} is not a text file; export it as CSV in UTF-8`);
  }
  return new TextDecoder('utf-8');
}

/** Why a row's text cannot be used, or undefined. */
export function textFault(text: string): string | undefined {
  if (text.includes('\0')) return 'the row holds a NUL character';
  return text.includes('\ufffd') ? 'the row is not valid UTF-8; save the file as UTF-8' : undefined;
}
