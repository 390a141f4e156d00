import { t } from '../common/t';

import { bucketName } from '../common/bucket';
import { type Format } from './format';
import { type Model } from './model';
import { rowAt } from './tooltip';

export interface TableContent {
  caption: string;
  head: string[];
  rows: string[][];
}

const MOST_CELLS = 1500;

/**
 * The drawing as a table: month, then actual, expected and bounds of each series. A very long one keeps its newest
 * rows, and its caption says so.
 */
export function tableOf({ series, bucket, meta }: Model, formats: Format[], times: ArrayLike<number>): TableContent {
  const columns = series.flatMap((one, i) => {
    const named = (what: string) => (series.length > 1 ? `${one.name}, ${what}` : what);
    const text = (values: Float64Array, row: number) => (isFinite(values[row]) ? formats[i].exact(values[row]) : '');
    const lines = [
      { head: series.length > 1 ? named(t('confidence.name.actual', 'Actual')) : one.name, values: one.actual },
      { head: named(t('confidence.name.expected', 'Expected')), values: one.mean },
    ];
    const bands = series.length > 3 ? [] : one.bands;
    const bounds = bands.flatMap(({ level, lower, upper }) => [
      { head: named(t('confidence.table.lower', '{{level}}% from', { level })), values: lower },
      { head: named(t('confidence.table.upper', '{{level}}% to', { level })), values: upper },
    ]);
    return [...lines, ...bounds].map(({ head, values }) => ({
      head,
      cell: (time: number) => text(values, rowAt(one, time)),
    }));
  });
  const most = Math.max(12, Math.floor(MOST_CELLS / (columns.length + 1)));
  const all = Array.from(times);
  const kept = all.slice(-most);
  const what = meta.subject ?? series[0].name;
  return {
    caption:
      kept.length < all.length
        ? t('confidence.table.captionNewest', '{{what}}: history and forecast, the newest {{n}} of {{of}} rows', {
            what,
            n: kept.length,
            of: all.length,
          })
        : t('confidence.table.caption', '{{what}}: history and forecast', { what }),
    head: [t('confidence.table.time', 'Time'), ...columns.map(({ head }) => head)],
    rows: kept.map((time) => [bucketName(time, bucket), ...columns.map(({ cell }) => cell(time))]),
  };
}
