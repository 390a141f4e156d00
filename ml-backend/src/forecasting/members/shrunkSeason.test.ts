import { damped } from './damped.ts';
import { autoEts } from './ets/autoEts.ts';
import { onAdjusted, shrunkSeason } from './shrunkSeason.ts';
import { AIR_PASSENGERS, distance, itKeepsItsWord } from './testing.ts';

/** Even chance in (0, 1) that is the same at each run. */
const chance = (at: number) => (Math.sin(at * 12.9898) * 43758.5453) % 1;
const noise = (length: number, size: number) => Float64Array.from({ length }, (_, at) => size * chance(at + 1));
const spread = (values: Float64Array) => Math.max(...values) - Math.min(...values);

describe('shrunkSeason', () => {
  it('leaves next to nothing of noise', () => {
    const values = noise(120, 10).map((value) => 100 + value);
    expect(spread(shrunkSeason(values, 12, 'ratio').indices)).toBeLessThan(0.05);
  });

  it('keeps a season that comes back each year', () => {
    const { kind, indices } = shrunkSeason(AIR_PASSENGERS, 12, 'ratio');
    expect(kind).toBe('ratio');
    // R 4, decompose(AirPassengers, 'multiplicative')$figure, from January on.
    const theirs = [0.91, 0.884, 1.007, 0.976, 0.981, 1.113, 1.227, 1.22, 1.06, 0.922, 0.801, 0.899];
    expect(distance(indices, theirs)).toBeLessThan(0.02);
  });

  it('finds a smooth season of 52 weeks under noise in little more than two years', () => {
    const season = (at: number) => 10 * Math.sin((2 * Math.PI * at) / 52);
    const values = noise(112, 10).map((value, at) => 100 + season(at) + value);
    const { indices } = shrunkSeason(values, 52, 'difference');
    const off = indices.map((index, phase) => index - season(phase));
    expect(Math.sqrt(off.reduce((sum, error) => sum + error * error, 0) / 52)).toBeLessThan(3);
  });

  it('sees none where it was not seen twice', () => {
    expect(shrunkSeason(AIR_PASSENGERS.subarray(0, 23), 12, 'ratio').kind).toBe('none');
  });

  it('takes amounts where a value is not positive', () => {
    expect(
      shrunkSeason(
        AIR_PASSENGERS.map((value) => value - 200),
        12,
        'ratio'
      ).kind
    ).toBe('difference');
  });
});

describe('onAdjusted', () => {
  itKeepsItsWord(onAdjusted(damped, 'ratio'), { from: 3 });

  it('gives a member without a season one', () => {
    const actual = AIR_PASSENGERS.subarray(132);
    const known = AIR_PASSENGERS.subarray(0, 132);
    const plain = damped.fit(known, 12)!.forecast(12);
    expect(distance(onAdjusted(damped, 'ratio').fit(known, 12)!.forecast(12), actual)).toBeLessThan(
      0.7 * distance(plain, actual)
    );
  });

  it('asks the member for no season', () => {
    expect(onAdjusted(autoEts, 'ratio').fit(AIR_PASSENGERS, 12)!.structure.model).toMatch(/N$/);
  });
});
