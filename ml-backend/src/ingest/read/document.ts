import type { DocumentFormat, Fact, FactContext } from '../format.ts';
import type { Rejections } from '../report.ts';
import type { ImportRequest } from '../request.ts';
import type { StageWriter } from '../stage.ts';
import type { BadValue } from '../values/badValue.ts';
import { lastDayOf, outside } from '../values/window.ts';
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
  const dates = Object.entries(format.columns).find(([, { window }]) => window);
  const last = dates && lastDayOf(dates[1].window!, context.today);

  const reject = (line: number, column: string, value: string, { code, reason }: BadValue) => {
    read += 1;
    rejections.add(line, format.columns[column]?.title ?? column, value, code, reason);
  };
  const farOff = (day: string | null) => day && dates && outside(day, dates[1].window!, last!, day.slice(0, 10));

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
        const far = facts.map(({ occurredAt }) => farOff(occurredAt)).find(Boolean);
        if (far) return reject(line, dates![0], facts[0]!.occurredAt!.slice(0, 10), far);
        if (writer.add(line, {}, facts)) read += 1;
        await writer.flush();
      },
      reject,
    },
    fileName
  );
  tell(read, true);
  return { read, sha256: source.sha256() };
}
