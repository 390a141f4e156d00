import { scoresOf } from './scores.ts';

describe('the scores of a forecast', () => {
  const said = {
    id: 'a',
    mean: [2, 4],
    lo80: [1, 3],
    hi80: [3, 5],
    lo95: [0, 2],
    hi95: [4, 6],
    total: { lo80: 5, hi80: 8 },
  };
  const judged = { said, train: Float64Array.of(1, 2, 3, 4), actual: Float64Array.of(3, 8), scalePeriod: 2 };

  it('are those of the definitions, worked out by hand', () => {
    const scores = scoresOf([judged]);
    expect(scores.sMAPE).toBeCloseTo(((200 * 1) / 5 + (200 * 4) / 12) / 2, 12);
    expect(scores.MAPE).toBeCloseTo((100 / 3 + 50) / 2, 12);
    expect(scores.MASE).toBeCloseTo(2.5 / 2, 12);
    expect(scores.RMSSE).toBeCloseTo(Math.sqrt(8.5 / 4), 12);
    expect(scores.bias).toBeCloseTo(-100, 12);
    expect(scores.MSIS95).toBeCloseTo((4 + 4 + 40 * 2) / 2 / 2, 12);
    expect([scores.C80, scores.C95, scores.CT80]).toEqual([50, 50, 0]);
  });

  it('scale by a change of one bucket where a season tells nothing, and leave a constant out', () => {
    const flat = { ...judged, train: Float64Array.of(5, 5, 5) };
    expect(scoresOf([judged, flat]).MASE).toBeCloseTo(1.25, 12);
    expect(scoresOf([{ ...judged, train: Float64Array.of(1, 3) }]).MASE).toBeCloseTo(1.25, 12);
  });
});
