import { payoutOf, storesOf } from './payouts.ts';
import { cityNamed } from './places.ts';
import { Random } from './random.ts';
import { eligibleShare } from './royalties.ts';
import { dollars, end, live, mean, money, quantile, share, simulate, sum } from './testing.ts';

const roster = simulate(1, 300, { years: 4 });
// The last year of which every statement has come.
const to = end - 92;
const from = to - 365;
const income = roster.map((career) => money(career, from, to));
const above = (level: number) => share(income, (value) => value > level);

describe('annual income', () => {
  it('is 15.5 thousand at the median, and lognormal with sigma .75 below it', () => {
    expect(Math.abs(Math.log(quantile(income, 0.5) / 15_500))).toBeLessThan(0.2);
    const sigma = Math.log(quantile(income, 0.5) / quantile(income, 0.25)) / 0.6745;
    expect(Math.abs(sigma - 0.75)).toBeLessThan(0.25);
  });

  it('has a Pareto tail: alpha .76 from 10 to 100 thousand, .94 to a million', () => {
    expect(Math.abs(Math.log10(above(1e4) / above(1e5)) - 0.76)).toBeLessThan(0.12);
    expect(Math.abs(Math.log10(above(1e5) / above(1e6)) - 0.94)).toBeLessThan(0.35);
  });

  it('is not there every month for small acts', () => {
    const small = roster.filter((_, i) => income[i]! < 12_000 && income[i]! > 0);
    const months = small.map(
      ({ ledger }) =>
        new Set(
          live(ledger)
            .filter(({ category, occurredAt }) => category === 'gig' && occurredAt >= from * 86_400_000)
            .map(({ occurredAt }) => new Date(occurredAt).toISOString().slice(0, 7))
        ).size / 15
    );
    expect(mean(months)).toBeGreaterThan(0.4);
    expect(mean(months)).toBeLessThan(0.85);
  });
});

describe('expenses', () => {
  const ratios = roster.map(
    (career, i) => money(career, from, to, ({ direction }) => direction === 'expense') / income[i]!
  );
  const between = (low: number, high: number) => ratios.filter((_, i) => income[i]! >= low && income[i]! < high);

  it('eat 60 to 120% of what a hobby brings', () => {
    const hobby = between(1, 7_000);
    expect(quantile(hobby, 0.5)).toBeGreaterThan(0.7);
    expect(quantile(hobby, 0.5)).toBeLessThan(1.1);
    expect(quantile(hobby, 0.1)).toBeGreaterThan(0.45);
    expect(quantile(hobby, 0.75)).toBeLessThan(1.35);
  });

  it('eat 50 to 80% of what a working act brings', () => {
    const working = between(7_000, 120_000);
    expect(quantile(working, 0.5)).toBeCloseTo(0.65, 0.7);
    expect(share(working, (ratio) => ratio > 0.5 && ratio < 0.8)).toBeGreaterThan(0.5);
    expect(quantile(working, 0.1)).toBeGreaterThan(0.4);
    expect(quantile(working, 0.9)).toBeLessThan(0.95);
  });

  it('eat about 90% of what a top act brings', () => {
    expect(quantile(between(120_000, Infinity), 0.5)).toBeGreaterThan(0.83);
    expect(quantile(between(120_000, Infinity), 0.5)).toBeLessThan(0.97);
  });
});

describe('a stream', () => {
  it.each([
    ['Spotify', 0.003, 0.0032, 0.005],
    ['Apple Music', 0.0056, 0.0068, 0.008],
    ['Amazon Music', 0.0036, 0.004, 0.0044],
    ['YouTube Music', 0.0007, 0.0013, 0.002],
    ['Tidal', 0.0122, 0.0128, 0.0134],
    ['Deezer', 0.0011, 0.0027, 0.0044],
    ['Qobuz', 0.018, 0.0187, 0.0194],
  ])('pays at %s from %d, on average %d, to %d dollars', (name, lowest, usual, highest) => {
    const store = [...storesOf(cityNamed('Austin')), ...storesOf(cityNamed('Berlin'))].find(
      (one) => one.name === name
    )!;
    const random = new Random(4, name);
    const payouts = Array.from({ length: 3000 }, () => payoutOf(store, random));
    expect(Math.min(...payouts)).toBeGreaterThanOrEqual(lowest);
    expect(Math.max(...payouts)).toBeLessThanOrEqual(highest);
    expect(Math.abs(mean(payouts) / usual - 1)).toBeLessThan(0.1);
    const paid = roster.flatMap(({ ledger }) =>
      live(ledger).filter(
        ({ category, counterparty, quantity }) =>
          category === 'streaming' && counterparty === name && quantity! > (name === 'Spotify' ? 50_000 : 500)
      )
    );
    const rate =
      sum(paid.map(({ amount, currency }) => dollars(amount, currency))) / sum(paid.map((row) => row.quantity!));
    expect(Math.abs(rate / usual - 1)).toBeLessThan(0.12);
  });

  it('pays nothing on Spotify for a track below 1,000 plays a year', () => {
    expect(eligibleShare(900, 1)).toBe(0);
    expect(eligibleShare(1_000, 1)).toBe(1);
    // Plays fall off as 1 / rank: of 3,000 plays of two tracks 2,000 and 1,000, of 2,900 fewer than 1,000 for the second.
    expect(eligibleShare(3_000, 2)).toBe(1);
    expect(eligibleShare(2_900, 2)).toBeCloseTo(2 / 3, 10);
  });
});
