import type { Notice } from './notices.ts';
import { shorten } from './values/badValue.ts';

/** A row that did not land. */
export interface Rejection {
  file: string;
  line: number;
  column: string | null;
  value: string;
  reason: string;
  code: string;
}

/**
 * What an import did, or would do. Every row that was read is added, superseded, unchanged or rejected; rows that
 * are no facts at all, such as payouts of money that was earned before, are left out of all counts and told in a notice.
 */
export interface ImportReport {
  read: number;
  added: number;
  superseded: number;
  unchanged: number;
  /** Rows of earlier imports that a complete file no longer has; none of the rows that were read. */
  withdrawn: number;
  /** The first `mostListed`, in order of their lines. */
  rejected: Rejection[];
  /** All of them. */
  rejectedCount: number;
  notices: Notice[];
}

/** Rejections that a report lists; those that an import run stores are fewer. */
export const mostListed = 10_000;
export const mostStored = 1_000;

/** Collects rejections: the number is exact, the list bounded. */
export class Rejections {
  readonly list: Rejection[] = [];
  count = 0;
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  add(line: number, column: string | null, value: string, code: string, reason: string): void {
    this.count += 1;
    if (this.list.length < mostListed)
      this.list.push({ file: this.file, line, column, value: shorten(value, 200), reason, code });
  }

  sorted(): Rejection[] {
    return this.list.sort((a, b) => a.line - b.line);
  }
}

/** One line for people: `row 214, column "Sale Month": "2024-13" is not a month; write it as 2024-01`. */
export const rejectionText = ({ line, column, reason }: Rejection): string =>
  `row ${line}${column === null ? '' : `, column "${column}"`}: ${reason}`;
