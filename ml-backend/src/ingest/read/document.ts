import type { DocumentFormat, Fact, FactContext } from '../format.ts';
import type { Rejections } from '../report.ts';
import type { ImportRequest } from '../request.ts';
import type { StageWriter } from '../stage.ts';
import type { BadValue } from '../values/badValue.ts';
import { openBytes } from './bytes.ts';
import { progressOf } from './progress.ts';
import { decodeText } from './text.ts';

/** Lets a format that is no table read its file, from the bytes to the stage. An item counts as a row. */
export async function readDocument(
  request: Pick<ImportRequest, 'path' | 'fileName' | 'limits' | 'signal' | 'onProgress'>,
  format: DocumentFormat,
  context: FactContext,
  rejections: Rejections,
  writer: StageWriter
): Promise<{ read: number; sha256: string }> {
  const { path, fileName, limits, signal, onProgress } = request;
  const source = await openBytes(path, fileName, limits);
  const tell = progressOf(source, onProgress);
  let read = 0;

  async function* text(): AsyncGenerator<string> {
    for await (const piece of decodeText(source.chunks, fileName)) {
      signal?.throwIfAborted();
      yield piece;
      tell(read);
    }
  }
  await format.readAll(
    text(),
    context,
    {
      async item(line: number, facts: readonly Fact[]) {
        if (writer.add(line, {}, facts)) read += 1;
        await writer.flush();
      },
      reject(line: number, column: string, value: string, { code, reason }: BadValue) {
        read += 1;
        rejections.add(line, format.columns[column]?.title ?? column, value, code, reason);
      },
    },
    fileName
  );
  tell(read, true);
  return { read, sha256: source.sha256() };
}
