import fc from 'fast-check';
import { normal } from '../random.ts';
import { effectRange, poolEstimates, referencePool, shrink } from './pool.ts';

/** Eight schools: Rubin 1981, as printed in Gelman et al. 2013, table 5.2. */
const schools = [28, 8, -3, 7, -1, 1, 18, 12].map((value, i) => ({
  value,
  error: [15, 10, 16, 11, 9, 11, 10, 18][i]!,
  n: 1,
}));

describe('effects that are drawn to those of all artists', () => {
  it('agrees with the published analysis of the eight schools', () => {
    const pool = poolEstimates(schools)!;
    const school = shrink(schools[0], pool)!;
    // Table 5.3: school A has a posterior median of 10, and 31 at the upper 2.5%; the mean of all is about 8.
    expect(school.mean).toBeGreaterThan(9);
    expect(school.mean).toBeLessThan(13);
    expect(effectRange(school, 95).upper).toBeGreaterThan(27);
    expect(effectRange(school, 95).upper).toBeLessThan(36);
    expect(pool.parts.reduce((sum, { weight, mean }) => sum + weight * mean, 0)).toBeCloseTo(8, 0);
  });

  it('holds the truth in 80 of 100 cases where artists differ as the model says', () => {
    const next = normal(5);
    let [held, all] = [0, 0];
    for (let world = 0; world < 60; world++) {
      const truths = Array.from({ length: 12 }, () => -0.5 + 0.3 * next());
      const own = truths.map((truth, i) => {
        const error = 0.1 + 0.05 * i;
        return { value: truth + error * next(), error, n: 10 };
      });
      const pool = poolEstimates(own)!;
      truths.forEach((truth, i) => {
        const { lower, upper } = effectRange(shrink(own[i], pool)!, 80);
        held += Number(truth >= lower && truth <= upper);
        all++;
      });
    }
    expect(held / all).toBeGreaterThan(0.76);
    expect(held / all).toBeLessThan(0.85);
  });

  it('lies between the own estimate and what is common, the nearer to its own the surer that is', () => {
    const pool = poolEstimates(schools)!;
    const sure = shrink({ value: 40, error: 1, n: 100 }, pool)!;
    const unsure = shrink({ value: 40, error: 50, n: 2 }, pool)!;
    expect(sure.mean).toBeGreaterThan(unsure.mean);
    expect(sure.shrinkage).toBeLessThan(unsure.shrinkage);
    expect([sure.source, unsure.source]).toEqual(['own', 'pooled']);
  });

  it('gives an artist without a history of its own what the others have, and a wide range', () => {
    const pool = poolEstimates(schools)!;
    const stranger = shrink(undefined, pool)!;
    expect(stranger).toMatchObject({ n: 0, artists: 8, source: 'pooled' });
    expect(stranger.shrinkage).toBeCloseTo(1, 9);
    const known = effectRange(shrink(schools[4], pool)!, 80);
    const range = effectRange(stranger, 80);
    expect(range.upper - range.lower).toBeGreaterThan(known.upper - known.lower);
  });

  it('takes figures of reference where no artist knows, and says so', () => {
    expect(shrink(undefined, referencePool(-0.8, 0.4))).toMatchObject({ mean: -0.8, source: 'reference', artists: 0 });
  });

  it('says nothing where neither the artist nor anybody else does', () => {
    expect(shrink(undefined, poolEstimates(schools.slice(0, 2)))).toBeUndefined();
  });

  it('has ranges that widen with the level, whatever the estimates', () => {
    const estimate = fc.record({
      value: fc.double({ min: -5, max: 5, noNaN: true }),
      error: fc.double({ min: 0.01, max: 3, noNaN: true }),
      n: fc.constant(1),
    });
    fc.assert(
      fc.property(fc.array(estimate, { minLength: 3, maxLength: 8 }), (own) => {
        const effect = shrink(own[0], poolEstimates(own))!;
        const [narrow, wide] = [effectRange(effect, 50), effectRange(effect, 95)];
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper);
        expect(effect.parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 50 }
    );
  });
});
