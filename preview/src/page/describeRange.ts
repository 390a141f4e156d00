/** Ranges longer than this are told in months, in ms (about three months). */
const inMonths = 92 * 86_400_000;

/**
 * A time range in words a manager reads at a glance, in UTC: "Nov 2016 – Nov 2028", "3 Mar – 9 Apr 2026".
 * @param from  epoch ms
 * @param to    epoch ms
 */
export function describeRange(from: number, to: number): string {
  const isLong = to - from > inMonths;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    ...(isLong ? {} : { day: 'numeric' }),
  });
  return format.formatRange(from, to).replace(/\s*–\s*/, ' – ');
}
