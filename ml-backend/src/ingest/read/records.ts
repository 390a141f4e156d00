/** Longest row, in characters; a quote that never closes would otherwise swallow the file. */
export const longestRow = 1_048_576;

export interface RecordSink {
  /** @param line number of the row's first line, counted from 1 */
  record(fields: string[], line: number): void;
  /** A row that is no row: the reader goes on with the next line. */
  broken(line: number, text: string, reason: string): void;
}

/**
 * Delimiter-separated rows (RFC 4180) out of text that arrives in pieces.
 * Lines without a quote, which is nearly all of them, are split in one call; the memory is bounded by `longestRow`.
 * A quote in the middle of a field is text. In tab-separated files a quoted field ends on its own line.
 */
export class RecordReader {
  private rest = '';
  private line = 1;
  private skipping = false;
  private readonly delimiter: string;
  private readonly sink: RecordSink;

  constructor(delimiter: string, sink: RecordSink) {
    this.delimiter = delimiter;
    this.sink = sink;
  }

  push(text: string): void {
    this.consume(this.rest + text, false);
  }

  end(): void {
    this.consume(this.rest, true);
  }

  private consume(text: string, final: boolean): void {
    let at = 0;
    while (at < text.length) {
      const newline = text.indexOf('\n', at);
      const end = newline < 0 ? text.length : newline;
      if (newline < 0 && !final) {
        if (text.length - at <= longestRow) break;
        if (!this.skipping) this.tooLong(text.slice(at, at + 200));
        at = text.length;
        break;
      }
      at = this.row(text, at, end, final);
      if (at < 0) {
        at = ~at;
        break;
      }
    }
    this.rest = text.slice(at);
  }

  /** @returns where the next row starts, or ~start when the row goes on beyond the text */
  private row(text: string, start: number, end: number, final: boolean): number {
    const next = end + 1;
    if (this.skipping) {
      this.skipping = false;
      this.line += 1;
      return next;
    }
    const line = text.slice(start, text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end);
    if (!line.includes('"')) {
      if (line !== '') this.emit(line.split(this.delimiter), 1);
      else this.line += 1;
      return next;
    }
    const lastLine = this.delimiter === '\t' ? end : text.length;
    const quoted = parseQuoted(text, start, lastLine, this.delimiter);
    const unfinished = typeof quoted === 'object' && quoted.next > text.length && !final;
    if (typeof quoted === 'object' && !unfinished) {
      this.emit(quoted.fields, quoted.lines);
      return quoted.next;
    }
    if (quoted !== 'bad' && !final && text.length - start <= longestRow) return ~start;
    const reason = quoted === 'bad' ? 'text follows a closing quote' : 'a quote is opened and never closed';
    this.sink.broken(this.line, line, `${reason}; write "" for a quote inside a quoted value`);
    this.line += 1;
    return next;
  }

  private emit(fields: string[], lines: number): void {
    const line = this.line;
    this.line += lines;
    this.sink.record(fields, line);
  }

  private tooLong(text: string): void {
    this.sink.broken(this.line, text, `the row is longer than ${longestRow.toLocaleString('en')} characters`);
    this.skipping = true;
  }
}

interface QuotedRow {
  fields: string[];
  lines: number;
  next: number;
}

function parseQuoted(text: string, start: number, limit: number, delimiter: string): QuotedRow | 'open' | 'bad' {
  const fields: string[] = [];
  const tabs = delimiter === '\t';
  let lines = 1;
  let at = start;
  for (;;) {
    let end: number;
    if (text.charCodeAt(at) === 34) {
      const close = closingQuote(text, at + 1, limit);
      const literal = tabs && (close < 0 || !endsField(text, close + 1, delimiter));
      if (literal) {
        end = fieldEnd(text, at, delimiter);
        fields.push(trimReturn(text.slice(at, end)));
      } else {
        if (close < 0) return 'open';
        if (!endsField(text, close + 1, delimiter)) return 'bad';
        const value = text.slice(at + 1, close);
        for (let nl = value.indexOf('\n'); nl >= 0; nl = value.indexOf('\n', nl + 1)) lines += 1;
        fields.push(value.includes('""') ? value.replaceAll('""', '"') : value);
        end = text.charCodeAt(close + 1) === 13 ? close + 2 : close + 1;
      }
    } else {
      end = fieldEnd(text, at, delimiter);
      fields.push(trimReturn(text.slice(at, end)));
    }
    if (text[end] !== delimiter) return { fields, lines, next: end + 1 };
    at = end + 1;
  }
}

const trimReturn = (field: string): string => (field.endsWith('\r') ? field.slice(0, -1) : field);

function closingQuote(text: string, from: number, limit: number): number {
  for (let at = text.indexOf('"', from); at >= 0 && at < limit; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== 34) return at;
  }
  return -1;
}

function endsField(text: string, at: number, delimiter: string): boolean {
  const next = text[at];
  return (
    next === undefined || next === delimiter || next === '\n' || (next === '\r' && (text[at + 1] ?? '\n') === '\n')
  );
}

function fieldEnd(text: string, at: number, delimiter: string): number {
  const newline = text.indexOf('\n', at);
  const stop = text.indexOf(delimiter, at);
  const end = newline < 0 ? text.length : newline;
  return stop < 0 || stop > end ? end : stop;
}
