/** Coefficients of (1 - ar B)(w - drift) = (1 + ma B)(1 + seasonal B^m) e. */
export interface Coefficients {
  ar: number;
  ma: number;
  seasonal: number;
  drift: number;
}

/**
 * One-step errors of a seasonal ARMA model over a differenced history, those before it taken as 0, and the slope of
 * their sum of squares (adjoint recursion), without any allocation.
 * Source: Box, Jenkins, Reinsel, Ljung 2015, "Time series analysis", section 7.1 (conditional sum of squares).
 */
export class ArmaResiduals {
  readonly slopes: Coefficients = { ar: 0, ma: 0, seasonal: 0, drift: 0 };
  /** `lead` zeros, then one error a value. */
  readonly errors: Float64Array;
  readonly lead: number;
  private readonly values: Float64Array;
  private readonly pulls: Float64Array;

  constructor(values: Float64Array, period: number) {
    this.values = values;
    this.lead = period + 1;
    this.errors = new Float64Array(values.length + this.lead);
    this.pulls = new Float64Array(values.length + this.lead);
  }

  /** Sum of squared errors. */
  forward({ ar, ma, seasonal, drift }: Coefficients): number {
    const { values, errors, lead } = this;
    const both = ma * seasonal;
    let squares = 0;
    let before = 0;
    for (let at = 0; at < values.length; at++) {
      const above = values[at]! - drift;
      const error = above - ar * before - ma * errors[at + lead - 1]! - seasonal * errors[at + 1]! - both * errors[at]!;
      errors[at + lead] = error;
      squares += error * error;
      before = above;
    }
    return squares;
  }

  /** Slopes of the sum of squares of the last `forward`. */
  backward({ ar, ma, seasonal, drift }: Coefficients): void {
    const { values, errors, lead, slopes } = this;
    const pulls = this.pulls.fill(0);
    const both = ma * seasonal;
    let [byAr, byMa, bySeasonal, byDrift] = [0, 0, 0, 0];
    for (let at = values.length - 1; at >= 0; at--) {
      const pull = pulls[at + lead]! + 2 * errors[at + lead]!;
      pulls[at + lead - 1]! -= ma * pull;
      pulls[at + 1]! -= seasonal * pull;
      pulls[at]! -= both * pull;
      byMa -= pull * (errors[at + lead - 1]! + seasonal * errors[at]!);
      bySeasonal -= pull * (errors[at + 1]! + ma * errors[at]!);
      byAr -= at > 0 ? pull * (values[at - 1]! - drift) : 0;
      byDrift -= at > 0 ? pull * (1 - ar) : pull;
    }
    slopes.ar = byAr;
    slopes.ma = byMa;
    slopes.seasonal = bySeasonal;
    slopes.drift = byDrift;
  }
}
