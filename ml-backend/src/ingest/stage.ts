import type { CopyTarget } from '../store/bulk.ts';
import type { Fact, ImportFormat, Row } from './format.ts';
import type { Notices } from './notices.ts';
import type { FactTarget } from '../store/factTarget.ts';

const pieceChars = 64 * 1024;

/** Writes facts as text of COPY, in the order of `stageColumns`. */
export class StageWriter {
  private text = '';
  private readonly columns: Array<{ name: string; scale: number }>;
  private readonly keys: string[];
  private readonly copy: CopyTarget;
  private readonly notices: Notices;

  constructor(copy: CopyTarget, target: FactTarget, format: ImportFormat, notices: Notices) {
    this.copy = copy;
    this.notices = notices;
    this.columns = [...target.columns, ...(target.staged ?? [])].map(([name, type]) => ({
      name,
      scale: scaleOf(type),
    }));
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
    for (const { name, scale } of this.columns) {
      const value = fact.values[name];
      if (value && value.length > scale && decimalsOf(value) > scale) this.noteRounding(value, scale);
      text += value === null || value === undefined ? '\t\\N' : `\t${escape(value)}`;
    }
    this.text += `${text}\n`;
  }

  private noteRounding(value: string, scale: number): void {
    const say = (n: number, values: string) =>
      `${n.toLocaleString('en')} ${n === 1 ? 'amount has' : 'amounts have'} more than ${scale} decimals and ${n === 1 ? 'is' : 'are'} rounded to ${scale}: ${values}`;
    this.notices.note('IMPORT_ROUNDED', value, say);
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

/** Decimals that `numeric(24,10)` keeps; other types keep what they are given. */
const scaleOf = (type: string): number => Number(/^numeric\(\d+,\s*(\d+)\)$/.exec(type)?.[1] ?? Infinity);

/** How many decimals a plain decimal text needs. */
function decimalsOf(value: string): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.slice(point + 1).replace(/0+$/, '').length;
}

/** Values hold no control characters, so only the backslash means something to COPY. */
const escape = (value: string): string => (value.includes('\\') ? value.replaceAll('\\', '\\\\') : value);
