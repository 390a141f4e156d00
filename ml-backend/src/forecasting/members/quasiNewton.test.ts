import { minimiseOnLine } from './minimise.ts';
import { minimiseSmooth } from './quasiNewton.ts';

describe('minimiseSmooth', () => {
  const effort = { evaluations: 500, tolerance: 1e-14 };

  it("finds the end of Rosenbrock's valley", () => {
    const { x, evaluations } = minimiseSmooth(
      ([a, b], gradient) => {
        gradient[0] = -400 * a! * (b! - a! * a!) - 2 * (1 - a!);
        gradient[1] = 200 * (b! - a! * a!);
        return 100 * (b! - a! * a!) ** 2 + (1 - a!) ** 2;
      },
      Float64Array.of(-1.2, 1),
      effort
    );
    expect(x[0]).toBeCloseTo(1, 4);
    expect(x[1]).toBeCloseTo(1, 4);
    expect(evaluations).toBeLessThan(80);
  });

  it('steps back from where the function is not defined', () => {
    const { x } = minimiseSmooth(
      ([a], gradient) => {
        gradient[0] = 1 - 1 / a!;
        return a! > 0 ? a! - Math.log(a!) : Infinity;
      },
      Float64Array.of(0.01),
      effort
    );
    expect(x[0]).toBeCloseTo(1, 4);
  });

  it('stays where it starts when the function is not defined there', () => {
    expect(minimiseSmooth(() => Infinity, Float64Array.of(3), effort).x[0]).toBe(3);
  });
});

describe('minimiseOnLine', () => {
  it('finds the lower of two valleys', () => {
    const cost = (x: number) => Math.min((x - 0.2) ** 2, (x - 0.8) ** 2 - 0.1);
    expect(minimiseOnLine(cost, 0, 1)).toBeCloseTo(0.8, 2);
  });

  it('finds a minimum at a bound', () => {
    expect(minimiseOnLine((x) => x, 1, 2)).toBeCloseTo(1, 2);
  });
});
