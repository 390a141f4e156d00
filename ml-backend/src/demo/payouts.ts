import type { City } from './places.ts';
import { isAmerican } from './places.ts';
import type { Random } from './random.ts';

export interface Store {
  name: string;
  /** Plays there for each play on the largest service. */
  share: number;
  /** Dollars a stream: lowest, usual and highest. */
  payout: readonly [lowest: number, usual: number, highest: number];
  /** Reports plays abroad by country. */
  abroad: boolean;
}

/** Payouts a stream as the stores' statements of 2022 to 2025 show them. */
export const stores: readonly Store[] = [
  { name: 'Spotify', share: 1, payout: [0.003, 0.0032, 0.005], abroad: true },
  { name: 'Apple Music', share: 0.27, payout: [0.0056, 0.0067, 0.008], abroad: true },
  { name: 'YouTube Music', share: 0.2, payout: [0.0007, 0.0012, 0.002], abroad: false },
  { name: 'Amazon Music', share: 0.11, payout: [0.0036, 0.004, 0.0044], abroad: false },
];
const american: readonly Store[] = [{ name: 'Tidal', share: 0.02, payout: [0.0122, 0.0128, 0.0134], abroad: false }];
const european: readonly Store[] = [
  { name: 'Deezer', share: 0.06, payout: [0.0011, 0.0026, 0.0044], abroad: false },
  { name: 'Qobuz', share: 0.008, payout: [0.018, 0.0187, 0.0194], abroad: false },
];

export const storesOf = (home: City): readonly Store[] => [...stores, ...(isAmerican(home) ? american : european)];

/** A month's payout: never outside what the store pays, on average the usual one. */
export function payoutOf({ payout: [lowest, usual, highest] }: Store, random: Random): number {
  const mean = (usual - lowest) / (highest - lowest);
  return lowest + (highest - lowest) * random.beta(mean, 8);
}
