import { addBuckets } from './buckets.ts';
import type { Bucket } from './buckets.ts';

/** Buckets with amounts that no rate converts, by currency; `empty` are those with nothing else in them. */
export interface Unconverted {
  buckets: Map<string, Set<number>>;
  empty: number;
}

/** One notice a currency: which amounts are missing, when, and what to do. */
export function unconvertedNotices(
  title: string,
  quote: string,
  bucket: Bucket,
  { buckets, empty }: Unconverted
): string[] {
  const gaps = empty
    ? ` ${empty} ${bucket}${empty === 1 ? '' : 's'} with nothing else stay${empty === 1 ? 's' : ''} empty.`
    : '';
  return [...buckets].map(
    ([currency, starts]) =>
      `${title}: amounts in ${currency} of ${spans([...starts], bucket)} are left out, because no exchange rate from ` +
      `${currency} to ${quote} is known for then; import fx rates (import fx).${gaps}`
  );
}

const mostSpans = 4;

/** "2024-01 to 2024-03, 2024-07": neighbours become one span, beyond four only the first and the last are told. */
function spans(starts: number[], bucket: Bucket): string {
  const found: Array<[number, number]> = [];
  for (const start of starts.sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && addBuckets(bucket, last[1], 1) === start) last[1] = start;
    else found.push([start, start]);
  }
  const day = bucket === 'day' || bucket === 'week';
  const label = (start: number) => new Date(start).toISOString().slice(0, day ? 10 : 7);
  if (found.length > mostSpans)
    return `${starts.length} ${bucket}s from ${label(starts[0]!)} to ${label(starts.at(-1)!)}`;
  return found.map(([from, to]) => (from === to ? label(from) : `${label(from)} to ${label(to)}`)).join(', ');
}
