import { AIR_PASSENGERS, distance, itKeepsItsWord } from '../testing.ts';
import { onLogScale } from '../logScale.ts';
import { arima011011, arima101011 } from './arima.ts';
import { ArmaResiduals } from './residuals.ts';

describe.each([arima011011, arima101011])('$name', (member) => {
  itKeepsItsWord(member, { from: 28, periods: [4, 12] });
});

describe('arima011011', () => {
  it("finds the coefficients of Box and Jenkins' airline model", () => {
    const { ma, seasonal } = onLogScale(arima011011).fit(AIR_PASSENGERS, 12)!.structure;
    expect(ma).toBeCloseTo(-0.396, 1); // Box, Jenkins 1976, section 9.2.4
    expect(seasonal).toBeCloseTo(-0.614, 1);
  });
});

describe('arima101011', () => {
  it('continues a season that grows by the same factor every year', () => {
    const values = Float64Array.from(
      { length: 144 },
      (_, at) => 100 * 1.1 ** (at / 12) * (2 + Math.sin((Math.PI * at) / 6))
    );
    const forecast = onLogScale(arima101011).fit(values.subarray(0, 132), 12)!.forecast(12);
    expect(distance(forecast, values.subarray(132))).toBeLessThan(0.01);
  });

  it('expects less growth than a short history shows', () => {
    const values = Float64Array.from({ length: 30 }, (_, at) =>
      Math.exp(0.5 * Math.floor(at / 12) + ((at * 7919) % 31) / 31)
    );
    const { drift } = arima101011.fit(values.map(Math.log), 12)!.structure;
    expect(drift).toBeGreaterThan(0);
    expect(drift).toBeLessThan(0.5);
  });
});

describe('ArmaResiduals', () => {
  it('knows the slope of the sum of squares', () => {
    const residuals = new ArmaResiduals(
      Float64Array.from({ length: 40 }, (_, at) => Math.sin(at * at)),
      4
    );
    const at = { ar: 0.5, ma: -0.3, seasonal: -0.4, drift: 0.1 };
    for (const name of ['ar', 'ma', 'seasonal', 'drift'] as const) {
      const nudged = (by: number) => residuals.forward({ ...at, [name]: at[name] + by });
      const slope = (nudged(1e-6) - nudged(-1e-6)) / 2e-6;
      residuals.forward(at);
      residuals.backward(at);
      expect(residuals.slopes[name]).toBeCloseTo(slope, 4);
    }
  });
});
