import type { Components } from './components.ts';
import type { Smoothing } from './recursion.ts';

/** Roots this far outside the unit circle are rounding. */
const MARGIN = 1e-4;

/**
 * Whether the weight of old values dies out ("admissible"). Without both a trend and a season the usual region of the
 * smoothing parameters is enough; with both the roots of the characteristic polynomial have to lie in the unit circle.
 * Source: Hyndman, Koehler, Ord, Snyder 2008, "Forecasting with exponential smoothing", section 10.2.
 */
export function isStable({ alpha, beta, gamma, phi }: Smoothing, components: Components, period: number): boolean {
  if (components.trend === 'N' || components.season === 'N') {
    return true;
  }
  const polynomial = new Float64Array(period + 2).fill(alpha + beta - alpha * phi);
  polynomial[0] = phi * (1 - alpha - gamma);
  polynomial[1]! += gamma - 1;
  polynomial[period] = alpha + beta - phi;
  polynomial[period + 1] = 1;
  return hasRootsWithin(polynomial, 1 + MARGIN);
}

/**
 * Whether all roots of a polynomial are smaller than a radius, by the Schur-Cohn recursion.
 * @param polynomial  coefficients by ascending power; overwritten
 */
function hasRootsWithin(polynomial: Float64Array, radius: number): boolean {
  for (let power = 0, scale = 1; power < polynomial.length; power++, scale *= radius) {
    polynomial[power]! *= scale;
  }
  const reversed = new Float64Array(polynomial.length);
  for (let degree = polynomial.length - 1; degree > 0; degree--) {
    const first = polynomial[0]! / polynomial[degree]!;
    if (!(Math.abs(first) < 1)) {
      return false;
    }
    for (let power = 0; power <= degree; power++) {
      reversed[power] = polynomial[degree - power]!;
    }
    for (let power = 0; power < degree; power++) {
      polynomial[power] = polynomial[power + 1]! - first * reversed[power + 1]!;
    }
  }
  return true;
}
