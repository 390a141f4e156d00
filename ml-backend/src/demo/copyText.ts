import type { Row, Value } from './rows.ts';

/** One row in COPY's text format. */
export function copyLine(row: Row, columns: readonly string[]): string {
  let line = '';
  for (let i = 0; i < columns.length; i++) line += (i ? '\t' : '') + copyValue(row[columns[i]!] ?? null);
  return `${line}\n`;
}

const special = /[\\\t\n\r]/g;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyValue(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return value.replace(special, (char) => escapes[char]!);
  if (value instanceof Date) return value.toISOString();
  return String(value);
}
