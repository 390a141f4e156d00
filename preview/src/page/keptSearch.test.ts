import { keptSearch } from './keptSearch.ts';

it('keeps the artist and the time range on the way to another dashboard', () => {
  expect(keptSearch('?from=now-3y&to=now&var-artist=mara-voss')).toBe('?from=now-3y&to=now&var-artist=mara-voss');
});

it('keeps every value of a variable with several', () => {
  expect(keptSearch('?var-artist=a&var-artist=b')).toBe('?var-artist=a&var-artist=b');
});

it('leaves everything else behind', () => {
  expect(keptSearch('?theme=light&viewPanel=3')).toBe('');
});
