import type { CopyTarget } from '../store/bulk.ts';
import type { Fact, ImportFormat, Row } from './format.ts';
import type { FactTarget } from '../store/factTarget.ts';

const pieceChars = 64 * 1024;

/** Writes facts as text of COPY, in the order of `stageColumns`. */
export class StageWriter {
  private text = '';
  private readonly columns: string[];
  private readonly keys: string[];
  private readonly copy: CopyTarget;

  constructor(copy: CopyTarget, target: FactTarget, format: ImportFormat) {
    this.copy = copy;
    this.columns = [...target.columns, ...(target.staged ?? [])].map(([name]) => name);
    this.keys = Object.entries(format.columns).flatMap(([key, column]) => (column.key ? [key] : []));
  }

  /** @returns whether the row holds any fact */
  add(line: number, row: Row, facts: Fact | readonly Fact[]): boolean {
    if (!isList(facts)) this.write(line, row, facts);
    else for (const fact of facts) this.write(line, row, fact);
    return !isList(facts) || facts.length > 0;
  }

  private write(line: number, row: Row, fact: Fact): void {
    let key = fact.key ?? '';
    for (const name of this.keys) key += `\u001f${row[name] ?? ''}`;
    let text = `${line}\t${escape(key)}\t${fact.grain}\t${fact.occurredAt ?? '\\N'}\t${fact.knownAt}`;
    for (const name of this.columns) {
      const value = fact.values[name];
      text += value === null || value === undefined ? '\t\\N' : `\t${escape(value)}`;
    }
    this.text += `${text}\n`;
  }

  /** Sends what has gathered; call it between pieces of the file, so that a slow database slows the reading. */
  async flush(final = false): Promise<void> {
    if (this.text.length < (final ? 1 : pieceChars)) return;
    const text = this.text;
    this.text = '';
    await this.copy.write(text);
  }

  async end(): Promise<void> {
    await this.flush(true);
    await this.copy.end();
  }
}

const isList = (facts: Fact | readonly Fact[]): facts is readonly Fact[] => Array.isArray(facts);

/** Values hold no control characters, so only the backslash means something to COPY. */
const escape = (value: string): string => (value.includes('\\') ? value.replaceAll('\\', '\\\\') : value);
