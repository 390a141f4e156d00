import type { ImportRequest } from '../request.ts';
import type { RowReader } from '../rowReader.ts';
import type { StageWriter } from '../stage.ts';
import { openBytes } from './bytes.ts';
import type { Header } from './header.ts';
import { RecordReader } from './records.ts';
import { progressOf } from './progress.ts';
import { decodeText, textFault } from './text.ts';

/** Reads every row once, from the file's bytes to the stage, with bounded memory. */
export async function readRows(
  {
    path,
    fileName,
    limits,
    signal,
    onProgress,
  }: Pick<ImportRequest, 'path' | 'fileName' | 'limits' | 'signal' | 'onProgress'>,
  header: Header,
  rowReader: RowReader,
  writer: StageWriter
): Promise<{ read: number; sha256: string }> {
  const source = await openBytes(path, fileName, limits);
  let read = 0;
  let suspicious = false;
  const records = new RecordReader(header.delimiter, {
    record(fields, line) {
      if (line <= header.line || (fields[0] === '' && fields.every((field) => field.trim() === ''))) return;
      read += 1;
      const good = rowReader.read(fields, line, suspicious);
      if (good && !writer.add(line, good.row, good.fact)) read -= 1;
    },
    broken(line, text, reason) {
      if (line <= header.line) return;
      read += 1;
      rowReader.broken(line, text, reason);
    },
  });
  const tell = progressOf(source, onProgress);
  for await (const text of decodeText(source.chunks, fileName)) {
    signal?.throwIfAborted();
    // A row may begin in one piece and end in the next, so a bad character is looked for from here on.
    suspicious ||= textFault(text) !== undefined;
    records.push(text);
    await writer.flush();
    tell(read);
  }
  records.end();
  tell(read, true);
  return { read, sha256: source.sha256() };
}
