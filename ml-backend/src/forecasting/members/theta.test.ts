import { AIR_PASSENGERS, distance, itKeepsItsWord } from './testing.ts';
import { thetaMember } from './theta.ts';

const theta = thetaMember('theta', 'ratio');

describe('thetaMember', () => {
  itKeepsItsWord(theta, { from: 4, apart: 1e-9 });

  it('agrees with statsforecast 2.1.1 (DynamicOptimizedTheta, seasonal indices as they are) on the air passengers', () => {
    const theirs = [
      442.927, 432.298, 495.482, 482.575, 487.866, 556.122, 616.223, 616.11, 538.403, 470.411, 410.999, 463.477,
    ];
    expect(distance(theta.fit(AIR_PASSENGERS, 12)!.forecast(12), theirs)).toBeLessThan(0.02);
  });

  it('takes a season out as factors, and as amounts where a value is not positive', () => {
    expect(theta.fit(AIR_PASSENGERS, 12)!.structure.season).toBe('ratio');
    const below = AIR_PASSENGERS.map((value) => value - 200);
    expect(theta.fit(below, 12)!.structure.season).toBe('difference');
  });

  it('continues a straight line', () => {
    const line = Float64Array.from({ length: 40 }, (_, at) => 5 + 2 * at);
    expect(distance(theta.fit(line, 1)!.forecast(6), [85, 87, 89, 91, 93, 95])).toBeLessThan(0.02);
  });
});
