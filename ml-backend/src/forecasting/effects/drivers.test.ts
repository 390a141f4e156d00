import { normal } from '../random.ts';
import { driverEffects } from './drivers.ts';
import type { DrivenStory } from './drivers.ts';

const grid = { start: Date.UTC(2018, 0, 1), frequency: 'month' as const, length: 96 };

/** A metric that answers to `driver` two months later, beside another driver that does nothing. */
function story(seed: number, size: number): DrivenStory {
  const next = normal(seed);
  const driver = Float64Array.from({ length: 96 }, () => next());
  const other = Float64Array.from({ length: 96 }, () => next());
  let level = 7;
  const logs = driver.map((_, t) => {
    level += 0.02 * next();
    return level + size * (driver[t - 2] ?? 0) + 0.03 * next();
  });
  return {
    grid,
    logs,
    drivers: new Map([
      ['driver', driver],
      ['other', other],
    ]),
  };
}

describe('drivers of a metric', () => {
  const stories = [0.05, 0.08, 0.11, 0.09].map((size, seed) => story(seed + 1, size));
  const found = driverEffects(stories, ['driver', 'other', 'absent']);

  it('are found at their lag, with their size for each artist', () => {
    const { lag, own } = found.get('driver')!;
    expect(lag).toBe(2);
    [0.05, 0.08, 0.11, 0.09].forEach((size, i) =>
      expect(Math.abs(own[i]!.value - size)).toBeLessThan(3.5 * own[i]!.error)
    );
  });

  it('that do nothing have an interval around nothing', () => {
    const { own } = found.get('other')!;
    own.forEach((one) => expect(Math.abs(one!.value)).toBeLessThan(3.5 * one!.error));
  });

  it('that nobody has seen stay unknown', () => {
    expect(found.get('absent')!.pool).toBeUndefined();
    expect(found.get('absent')!.own).toEqual([undefined, undefined, undefined, undefined]);
  });
});
