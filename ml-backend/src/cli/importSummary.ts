import type { ImportReport, Rejection } from '../ingest/report.ts';
import { rejectionText } from '../ingest/report.ts';

export interface Refusal {
  code: string;
  message: string;
  field?: string;
}

export interface FileResult {
  path: string;
  /** Absent when the file was refused before its rows were read. */
  report: ImportReport | undefined;
  refusal?: Refusal;
}

const shown = 20;

/** Counts over all files. */
export function addUp(results: readonly FileResult[]): ImportReport {
  const sum: ImportReport = {
    read: 0,
    added: 0,
    superseded: 0,
    unchanged: 0,
    withdrawn: 0,
    rejected: [],
    rejectedCount: 0,
    notices: [],
  };
  for (const { report } of results) {
    if (!report) continue;
    for (const count of ['read', 'added', 'superseded', 'unchanged', 'withdrawn', 'rejectedCount'] as const)
      sum[count] += report[count];
    sum.rejected.push(...report.rejected);
    sum.notices.push(...report.notices);
  }
  return sum;
}

/** The report of all files as scripts read it; `error` is there when a file was refused. */
export function asJson(results: readonly FileResult[]) {
  const { rejected, ...sum } = addUp(results);
  const refused = results.find(({ refusal }) => refusal);
  return {
    ...sum,
    rejected: rejected.map(inOrder),
    ...(refused && { error: { file: refused.path, ...refused.refusal } }),
  };
}

const inOrder = ({ file, line, column, value, reason, code }: Rejection) => ({
  file,
  line,
  column,
  value,
  reason,
  code,
});

const many = (n: number, word: string): string => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;

/** The report of one file as people read it. */
export function inWords({ path, report, refusal }: FileResult, dryRun: boolean): string {
  const lines: string[] = [];
  if (report) {
    for (const rejection of report.rejected.slice(0, shown)) lines.push(`  ${rejectionText(rejection)}`);
    if (report.rejectedCount > shown)
      lines.push(`  … and ${many(report.rejectedCount - shown, 'more row')}; --json lists them`);
    for (const { text } of report.notices) lines.push(`  note: ${text}`);
  }
  if (refusal) return [`${path}: refused. ${refusal.message}`, ...lines, ''].join('\n');
  if (!report) return '';
  const { read, added, superseded, unchanged, withdrawn, rejectedCount } = report;
  const head = `${path}: ${many(read, 'row')} read; ${added.toLocaleString('en')} added, ${superseded.toLocaleString('en')} superseded, ${unchanged.toLocaleString('en')} unchanged, ${rejectedCount.toLocaleString('en')} rejected${withdrawn > 0 ? `, ${withdrawn.toLocaleString('en')} withdrawn` : ''}`;
  return [dryRun ? `${head} (dry run: nothing was written)` : head, ...lines, ''].join('\n');
}
