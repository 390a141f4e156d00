import { itAgrees } from '../../../testing/oracles.ts';
import { oracle } from '../testing.ts';
import type { Components } from './components.ts';
import { candidates, nameOf } from './components.ts';
import { estimateEts } from './estimate.ts';
import { EtsParameters } from './parameters.ts';
import { EtsRecursion } from './recursion.ts';
import { startState } from './start.ts';

const ADDITIVE: Components = { error: 'A', trend: 'A', season: 'A' };
const LEVEL: Components = { error: 'A', trend: 'N', season: 'N' };

describe('EtsRecursion', () => {
  itAgrees('with statsmodels on Holt-Winters at given parameters to 1e-6', () => {
    const known = oracle<Record<string, number> & Record<'y' | 'fitted', number[]>>('holt_winters_add_fixed');
    const season = Float64Array.from(known.initial_seasonal as unknown as number[]);
    const recursion = new EtsRecursion(Float64Array.from(known.y), 12, ADDITIVE);
    const beta = known.alpha! * known.beta!; // there the slope is smoothed by a share of alpha
    const smoothing = { alpha: known.alpha!, beta, gamma: known.gamma!, phi: 1 };
    recursion.forward(smoothing, { level: known.initial_level!, slope: known.initial_trend!, season });
    known.fitted.forEach((fitted, at) => expect(known.y[at]! - recursion.errors[at]!).toBeCloseTo(fitted, 6));
  });

  itAgrees('with statsmodels on simple smoothing at a given parameter', () => {
    const { fitted, forecast_1, alpha } = oracle<{
      fitted: number[];
      forecast_1: [number];
      alpha: number;
    }>('ses_fixed');
    const { y } = oracle<{ y: number[] }>('holt_winters_add_fixed');
    const recursion = new EtsRecursion(Float64Array.from(y), 1, LEVEL);
    const start = { level: fitted[0]!, slope: 0, season: new Float64Array(1) };
    recursion.forward({ alpha, beta: 0, gamma: 0, phi: 1 }, start);
    fitted.forEach((value, at) => expect(y[at]! - recursion.errors[at]!).toBeCloseTo(value, 6));
    expect(recursion.forecast(1, 1)[0]).toBeCloseTo(forecast_1[0], 6);
  });

  itAgrees('with statsmodels on the best Holt-Winters fit, or finds a better one', () => {
    const { y } = oracle<{ y: number[] }>('holt_winters_add_fixed');
    const known = oracle<{ sse: number; forecast_6: number[] }>('holt_winters_add_optimised');
    const size = y.reduce((sum, value) => sum + value / y.length, 0);
    const { recursion, smoothing } = estimateEts(
      Float64Array.from(y, (value) => value / size),
      12,
      ADDITIVE
    )!;
    expect(recursion.squaredError * size * size).toBeLessThan(1.05 * known.sse);
    recursion.forecast(smoothing.phi, 6).forEach((value, step) => {
      expect((value * size) / known.forecast_6[step]!).toBeCloseTo(1, 1);
    });
  });

  it.each(candidates(true, true))('knows the slope of the cost of $error$trend$season', (components) => {
    const values = Float64Array.from(
      { length: 40 },
      (_, t) => 1 + 0.01 * t + 0.2 * Math.sin(t * 1.57) + 0.05 * Math.sin(t * t)
    );
    const recursion = new EtsRecursion(values, 4, components);
    const parameters = new EtsParameters(components, startState(values, recursion.period, components), 0.1);
    const gradient = new Float64Array(parameters.size);
    const cost = (x: Float64Array) => {
      parameters.read(x);
      const value = recursion.forward(parameters.smoothing, parameters.state);
      recursion.backward(parameters.smoothing);
      parameters.chain(recursion.slopes, gradient);
      return value + parameters.prior(gradient);
    };
    const x = parameters.variablesAt({ alpha: 0.3, beta: 0.1, gamma: 0.2, phi: 0.9 }).map((value, i) => value + i / 50);
    for (let i = 0; i < x.length; i++) {
      const nudged = (by: number) => cost(x.map((value, j) => value + (i === j ? by : 0)));
      const slope = (nudged(1e-5) - nudged(-1e-5)) / 2e-5;
      cost(x);
      expect(gradient[i]).toBeCloseTo(slope, 5);
    }
    expect(nameOf(components)).toHaveLength(components.trend.length + 2);
  });
});
