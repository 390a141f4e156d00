import { normal } from '../random.ts';
import { liftOf, liftPaths, unknownKinds, withoutEvents } from './clean.ts';
import { eventEffects } from './events.ts';
import type { Story } from './events.ts';
import { shrink } from './pool.ts';
import type { CareerEvent, Grid } from './shapes.ts';
import { exposure } from './shapes.ts';

const day = 86_400_000;
const grid: Grid = { start: Date.UTC(2018, 0, 1), frequency: 'week', length: 260 };
const at = (week: number, kind = 'release'): CareerEvent => {
  const time = grid.start + 7 * week * day;
  return { kind, start: time, end: time, dose: 1 };
};

/** A wandering level, a season, and releases that lift by exp(lift) in their first four weeks. */
function story(seed: number, lift: number, weeks = [30, 81, 140, 190, 233]): Story {
  const next = normal(seed);
  const events = weeks.map((week) => at(week));
  const exposed = exposure(events, { halfLife: 28 }, grid);
  let level = 8;
  const logs = exposed.map((value, t) => {
    level += 0.01 * next();
    return level + 0.1 * Math.sin((2 * Math.PI * t) / 52.18) + lift * value + 0.04 * next();
  });
  return { grid, logs, events };
}

describe('what events do to a series', () => {
  const lifts = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35];
  const stories = lifts.map((lift, seed) => story(seed + 1, lift));
  const { own, pool, shape } = eventEffects(stories, ['release']).get('release')!;

  it('is told with its size and error for each artist, and how it fades over all of them', () => {
    expect(shape).toEqual({ halfLife: 28 });
    lifts.forEach((lift, i) => {
      expect(own[i]!.n).toBe(5);
      expect(Math.abs(own[i]!.value - lift)).toBeLessThan(3.5 * own[i]!.error);
      expect(own[i]!.error).toBeLessThan(0.08);
    });
  });

  it('is drawn to the other artists where there is one event only', () => {
    const stranger = eventEffects([...stories, story(9, 0.6, [100])], ['release']).get('release')!;
    const effect = shrink(stranger.own[6], stranger.pool)!;
    expect(effect.n).toBe(1);
    expect(effect.shrinkage).toBeGreaterThan(shrink(stranger.own[0], stranger.pool)!.shrinkage);
  });

  it('is not moved by a stroke of luck at another time', () => {
    const lucky = stories.map((one) => ({ ...one, logs: one.logs.map((log, t) => (t >= 100 ? log + 1.5 : log)) }));
    const found = eventEffects(lucky, ['release']).get('release')!;
    expect(Math.abs(found.own[2]!.value - own[2]!.value)).toBeLessThan(0.03);
  });

  it('is kept out of the series that a baseline learns from', () => {
    const effects = new Map([['release', { shape, effect: shrink(own[5], pool), betweenEvents: 0 }]]);
    const values = stories[5]!.logs.map(Math.exp);
    const clean = withoutEvents(values, liftOf(grid, stories[5]!.events, effects));
    const jump = (series: Float64Array) => series[82]! / series[79]!;
    expect(jump(values)).toBeGreaterThan(1.25);
    expect(Math.abs(jump(clean) - 1)).toBeLessThan(0.15);
    expect(clean[20]).toBe(values[20]);
  });

  it('that nobody could estimate is named, not ignored', () => {
    const events = [at(10), at(20, 'festival')];
    const found = eventEffects(stories, ['release', 'festival']);
    expect(found.get('festival')!.pool).toBeUndefined();
    const effects = new Map(
      [...found].map(([kind, one]) => [kind, { ...one, effect: shrink(one.own[0], one.pool) }] as const)
    );
    expect(unknownKinds(events, effects)).toEqual(['festival']);
  });

  it('of a release that is announced lies ahead as paths with the uncertainty of the effect and of the event', () => {
    const ahead: Grid = { ...grid, start: grid.start + 260 * 7 * day, length: 26 };
    const announced = { kind: 'release', start: ahead.start + 14 * day, end: ahead.start + 14 * day, dose: 1 };
    const effect = shrink(own[2], pool);
    const paths = (betweenEvents: number) =>
      liftPaths(ahead, [announced], new Map([['release', { shape, effect, betweenEvents }]]), 400, 3);
    const column = (rows: Float64Array[], t: number) => rows.map((row) => row[t]!);
    const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
    const spread = (list: number[]) => Math.sqrt(mean(list.map((value) => (value - mean(list)) ** 2)));
    expect(new Set(column(paths(0), 1))).toEqual(new Set([0]));
    expect(mean(column(paths(0), 3))).toBeGreaterThan(0.1);
    expect(mean(column(paths(0), 25))).toBeLessThan(0.03);
    expect(spread(column(paths(0.1), 3))).toBeGreaterThan(spread(column(paths(0), 3)) + 0.02);
  });
});
