import fc from 'fast-check';
import { certain, poolEstimates, shrink } from './pool.ts';
import { extraShows, showShare } from './perShow.ts';
import { scenarioPaths } from './scenario.ts';

const baseline = Array.from({ length: 200 }, (_, p) => Float64Array.from({ length: 6 }, (__, t) => 100 + p + t));
const effect = shrink(
  { value: -0.8, error: 0.2, n: 50 },
  poolEstimates([-0.5, -0.7, -1].map((value) => ({ value, error: 0.2, n: 50 })))
)!;

describe('a scenario', () => {
  it('changes nothing where nothing is changed', () => {
    const { scenario, difference } = scenarioPaths(baseline, [], true, 1);
    expect(scenario).toEqual(baseline);
    expect(difference.every((path) => path.every((value) => value === 0))).toBe(true);
  });

  it('multiplies only the part of the metric that the change reaches', () => {
    const dose = new Float64Array(6).fill(Math.log(2));
    const change = { effect: certain(1), way: 'factor' as const, dose, share: 0.5 };
    const { scenario } = scenarioPaths(baseline, [change], true, 1);
    expect(scenario[0]![0]).toBeCloseTo(150, 3);
  });

  it('has a difference that is scenario less baseline in every future', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: 0, max: 1000 }), (size, seed) => {
        const dose = new Float64Array(6).fill(size);
        const changes = [
          { effect, way: 'factor' as const, dose },
          { effect, way: 'addend' as const, dose },
        ];
        const { scenario, difference } = scenarioPaths(baseline, changes, true, seed);
        const gap = (path: Float64Array, p: number) =>
          Math.max(...path.map((value, t) => Math.abs(value - baseline[p]![t]! - difference[p]![t]!)));
        expect(Math.max(...scenario.map(gap))).toBeLessThan(1e-9);
        expect(scenario.every((path) => path.every((value) => value >= 0))).toBe(true);
      }),
      { numRuns: 30 }
    );
  });

  it('gives the same futures for the same seed', () => {
    const changes = [{ effect, way: 'factor' as const, dose: new Float64Array(6).fill(0.2) }];
    expect(scenarioPaths(baseline, changes, true, 4)).toEqual(scenarioPaths(baseline, changes, true, 4));
  });
});

describe('the share of a metric that shows make', () => {
  const grid = { start: Date.UTC(2018, 0, 1), frequency: 'month' as const, length: 60 };
  const shows = Float64Array.from({ length: 60 }, (_, t) => 2 + ((t * 7) % 5));

  it('is found beside a part that has nothing to do with them', () => {
    const values = shows.map((count, t) => 400 + 300 * count + 20 * Math.sin(t * 1.7));
    const { own, usualShows } = showShare(grid, values, shows);
    const mean = shows.reduce((sum, count) => sum + count, 0) / 60;
    expect(own!.value).toBeCloseTo((300 * mean) / (400 + 300 * mean), 1);
    expect(usualShows).toBeCloseTo(4, 0);
  });

  it('is unknown without shows', () => {
    expect(showShare(grid, new Float64Array(60).fill(5), new Float64Array(60)).own).toBeUndefined();
  });

  it('counts booked shows only where they are more than usual', () => {
    expect(extraShows(Float64Array.of(0, 3, 9), Float64Array.of(4, 3, 4))).toEqual(Float64Array.of(0, 0, 5));
  });
});
