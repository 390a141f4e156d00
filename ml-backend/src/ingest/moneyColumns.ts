import type { Column, Row, TableFormat } from './format.ts';
import type { Header } from './read/header.ts';
import { unitOf } from './values/amount.ts';
import { BadValue, shorten } from './values/badValue.ts';
import { currencyOf } from './values/currency.ts';

interface Place {
  key: string;
  at: number;
  currency: NonNullable<Column['currency']>;
}

/** Sees to it that what stands beside an amount, `$` or `USD`, and the currency of its row are the same. */
export class MoneyColumns {
  private readonly places: Place[];
  private readonly format: TableFormat;
  private readonly header: Header;
  private readonly home: string;

  /** @param home currency of the artist: what a symbol of several currencies means where nothing else tells */
  constructor(format: TableFormat, header: Header, home: string) {
    this.format = format;
    this.header = header;
    this.home = home;
    this.places = [...header.positions].flatMap(([key, at]) => {
      const { currency } = format.columns[key]!;
      return currency ? { key, at, currency } : [];
    });
  }

  /** Fills in a row's currency from its amounts where it has none. @returns the amount that contradicts it, if any */
  settle(row: Row, fields: readonly string[]): { key: string; text: string; fault: BadValue } | undefined {
    for (const { key, at, currency } of this.places) {
      const text = fields[at]!.trim();
      const unit = unitOf(text);
      // A reader may take words such as "n/a" for nothing.
      if (!unit || row[key] === null) continue;
      const stated = 'is' in currency ? currency.is : row[currency.column];
      const beside = currencyOf(unit, stated ?? this.home);
      if (!stated && 'column' in currency) row[currency.column] = beside;
      else if (beside !== stated) return { key, text, fault: this.conflict(text, beside, stated, currency) };
    }
    return undefined;
  }

  private conflict(text: string, beside: string | undefined, stated: Row[string], currency: Place['currency']) {
    const at = 'column' in currency ? this.header.positions.get(currency.column) : undefined;
    const where =
      'is' in currency
        ? `${this.format.title} is in ${stated}`
        : at === undefined
          ? `--map currency says ${stated}`
          : `the column "${this.header.names[at]}" says ${stated}`;
    return new BadValue(
      'IMPORT_CURRENCY_CONFLICT',
      `"${shorten(text)}" is in ${beside}, but ${where}; make them agree`
    );
  }
}
