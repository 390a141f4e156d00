import { Lru } from './lru.ts';

it('forgets the entry that was not read for the longest time', () => {
  const lru = new Lru<number>(2);
  lru.set('a', 1);
  lru.set('b', 2);
  expect(lru.get('a')).toBe(1);
  lru.set('c', 3);
  expect(lru.get('b')).toBeUndefined();
  expect([lru.get('a'), lru.get('c'), lru.size]).toEqual([1, 3, 2]);
  lru.delete('a');
  expect([lru.get('a'), lru.size]).toEqual([undefined, 1]);
});
