import { setDateLanguage, writeDate } from './dates';

const october = Date.UTC(2026, 9, 24, 15, 5);

describe('writeDate', () => {
  afterEach(() => setDateLanguage('en-US'));

  it('writes English days before their months', () => {
    expect(writeDate(october, 'day', 'utc')).toBe('24 Oct 2026');
    expect(writeDate(october, 'dayMonth', 'utc')).toBe('24 Oct');
    expect(writeDate(october, 'minute', 'utc')).toBe('24 Oct 2026, 15:05');
  });

  it('writes months, quarters and years', () => {
    expect(writeDate(october, 'month', 'utc')).toBe('Oct 2026');
    expect(writeDate(october, 'longMonth', 'utc')).toBe('October 2026');
    expect(writeDate(october, 'quarter', 'utc')).toBe('Q4 2026');
    expect(writeDate(october, 'year', 'utc')).toBe('2026');
    expect(writeDate(october, 'weekday', 'utc')).toBe('Sat');
  });

  it('follows the zone', () => {
    expect(writeDate(Date.UTC(2026, 9, 31, 23, 30), 'day', 'Europe/Berlin')).toBe('1 Nov 2026');
  });

  it('follows the language', () => {
    setDateLanguage('de-DE');
    expect(writeDate(october, 'longMonth', 'utc')).toBe('Oktober 2026');
    expect(writeDate(october, 'day', 'utc')).toBe('24. Okt. 2026');
  });
});
