import { Recent } from './recent.ts';

it('gives an answer again for ten seconds and no longer', () => {
  const recent = new Recent<string>(10);
  recent.set('tenant|artist', 'Nova Parade', 1_000);
  expect(recent.get('tenant|artist', 10_999)).toBe('Nova Parade');
  expect(recent.get('tenant|artist', 11_000)).toBeUndefined();
  expect(recent.get('tenant|another', 1_000)).toBeUndefined();
});
