import type { Column, Fact, FactContext, ImportFormat, Row, TableFormat } from './format.ts';
import { MoneyColumns } from './moneyColumns.ts';
import type { Header } from './read/header.ts';
import { textFault } from './read/text.ts';
import type { Rejections } from './report.ts';
import { Unread } from './unread.ts';
import { BadValue } from './values/badValue.ts';
import { lastDayOf, outside, usualWindow } from './values/window.ts';
import type { DateWindow } from './values/window.ts';

interface Place {
  key: string;
  column: Column;
  at: number;
  context: FactContext;
  /** Set for a column of dates. */
  dates: { window: DateWindow; last: string } | undefined;
}

/** A column as the file names it. */
export function columnName({ columns }: ImportFormat, { names, positions }: Header, key: string): string {
  const at = positions.get(key);
  return (at === undefined ? undefined : names[at]) ?? columns[key]?.title ?? key;
}

function placeOf(key: string, at: number, column: Column, context: FactContext): Place {
  const dateOrder = context.dateOrders?.get(key);
  const window = column.window ?? (column.evidence === 'date' ? usualWindow : undefined);
  return {
    key,
    at,
    column,
    context: dateOrder ? { ...context, dateOrder } : context,
    dates: window && { window, last: lastDayOf(window, context.today) },
  };
}

/** Turns the fields of a row into a fact, or rejects the row with the first thing that is wrong in it. */
export class RowReader {
  /** What rejected rows were of. */
  readonly unread = new Unread();
  private readonly places: Place[];
  private readonly money: MoneyColumns;
  private readonly width: number;
  private readonly format: TableFormat;
  private readonly header: Header;
  private readonly context: FactContext;
  private readonly rejections: Rejections;

  constructor(format: TableFormat, header: Header, context: FactContext, rejections: Rejections) {
    this.format = format;
    this.header = header;
    this.context = context;
    this.rejections = rejections;
    this.width = header.names.length;
    this.places = [...header.positions].map(([key, at]) => placeOf(key, at, format.columns[key]!, context));
    this.money = new MoneyColumns(format, header, context.currency);
  }

  /** @returns undefined for a row that was rejected */
  read(fields: string[], line: number, suspicious: boolean): { row: Row; fact: Fact | readonly Fact[] } | undefined {
    const fault = (suspicious ? textFault(fields.join('')) : undefined) ?? this.widthFault(fields);
    if (fault) {
      this.broken(line, fields.join(this.header.delimiter), fault);
      return undefined;
    }
    const row: Row = { ...this.context.constants };
    for (const { key, column, at, context, dates } of this.places) {
      const text = fields[at]!.trim();
      let cell = text === '' ? null : column.read(text, context);
      if (dates && typeof cell === 'string') cell = outside(cell, dates.window, dates.last, text) ?? cell;
      if (cell instanceof BadValue) {
        this.reject(line, key, text, cell, fields);
        return undefined;
      }
      row[key] = cell;
    }
    const conflict = this.money.settle(row, fields);
    if (conflict) {
      this.reject(line, conflict.key, conflict.text, conflict.fault, fields);
      return undefined;
    }
    const fact = this.format.fact(row, this.context);
    if (!(fact instanceof BadValue)) return { row, fact };
    const key = fact.column ?? null;
    this.reject(line, key, key === null ? '' : (fields[this.header.positions.get(key) ?? -1] ?? ''), fact, fields);
    return undefined;
  }

  /** Rejects what is no row of the table. */
  broken(line: number, text: string, reason: string): void {
    this.unread.add(undefined);
    this.rejections.add(line, null, this.format.personal ? '' : text, 'IMPORT_BAD_ROW', reason);
  }

  private reject(line: number, key: string | null, value: string, { code, reason }: BadValue, fields: string[]): void {
    const { complete } = this.format;
    if (complete) this.unread.add(fields[this.header.positions.get(complete.by) ?? -1]?.trim());
    const name = key === null ? null : columnName(this.format, this.header, key);
    this.rejections.add(line, name, value, code, reason);
  }

  private widthFault(fields: string[]): string | undefined {
    if (fields.length === this.width) return undefined;
    if (fields.length > this.width && fields.slice(this.width).every((field) => field.trim() === '')) return undefined;
    return `the row has ${fields.length} ${fields.length === 1 ? 'value' : 'values'}, the header has ${this.width}; a value with the delimiter in it needs quotes`;
  }
}
