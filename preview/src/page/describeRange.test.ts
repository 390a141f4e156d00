import { describeRange } from './describeRange.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

it('tells a long range in months', () => {
  expect(describeRange(day('2016-11-24'), day('2028-11-24'))).toBe('Nov 2016 – Nov 2028');
});

it('tells a short range in days and the year once', () => {
  expect(describeRange(day('2026-03-03'), day('2026-04-09'))).toBe('3 Mar – 9 Apr 2026');
});

it('is not moved by the reader’s time zone', () => {
  expect(describeRange(day('2025-12-01'), day('2026-12-01'))).toBe('Dec 2025 – Dec 2026');
});
