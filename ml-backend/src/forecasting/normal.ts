/**
 * P(Z <= z) of the standard normal distribution, to 1e-15.
 * Source: West 2005, "Better approximations to cumulative normal functions" (after Hart 1968).
 */
export function normalProbability(z: number): number {
  const x = Math.abs(z);
  if (x > 37) {
    return z > 0 ? 1 : 0;
  }
  const density = Math.exp((-x * x) / 2);
  let tail: number;
  if (x < 7.07106781186547) {
    const above =
      (((((0.0352624965998911 * x + 0.700383064443688) * x + 6.37396220353165) * x + 33.912866078383) * x +
        112.079291497871) *
        x +
        221.213596169931) *
        x +
      220.206867912376;
    const below =
      ((((((0.0883883476483184 * x + 1.75566716318264) * x + 16.064177579207) * x + 86.7807322029461) * x +
        296.564248779674) *
        x +
        637.333633378831) *
        x +
        793.826512519948) *
        x +
      440.413735824752;
    tail = (density * above) / below;
  } else {
    tail = density / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / 2.506628274631;
  }
  return z > 0 ? 1 - tail : tail;
}

/**
 * The z with P(Z <= z) = probability, to 1e-12: a rational approximation and two steps of Newton's method.
 * @param probability  above 0 and below 1
 * Source: Abramowitz, Stegun 1964, 26.2.23.
 */
export function normalQuantile(probability: number): number {
  const tail = Math.min(probability, 1 - probability);
  const t = Math.sqrt(-2 * Math.log(tail));
  let z = -(t - ((0.010328 * t + 0.802853) * t + 2.515517) / (((0.001308 * t + 0.189269) * t + 1.432788) * t + 1));
  for (let turn = 0; turn < 3; turn++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const miss = (normalProbability(z) - tail) / density;
    z -= miss / (1 + (z * miss) / 2);
  }
  return probability < 0.5 ? z : -z;
}
