import { monthOf, parseDay } from './calendar.ts';
import { makeSlots } from './market.ts';
import type { MarketShow } from './marketShows.ts';
import { marketShowsOf } from './marketShows.ts';
import { cities } from './places.ts';
import { programmeOf } from './programme.ts';
import { mean, quantile, share, sum } from './testing.ts';
import { largestGrassroots, makeWorld } from './world.ts';

const to = parseDay('2026-06-30');
const from = parseDay('2023-07-01');
const world = makeWorld(5);

describe('grassroots venues', () => {
  const venues = world.venues.filter(({ capacity }) => capacity <= largestGrassroots);
  const programme = venues.map((venue) => programmeOf(world, venue, from, from + 364));

  it('hold 308 heads on average', () => {
    expect(Math.abs(mean(venues.map(({ capacity }) => capacity)) - 308)).toBeLessThan(15);
  });

  it('put on three and a half nights a week, 40% full with about 124 heads', () => {
    expect(mean(programme.map((nights) => nights.length / 52))).toBeCloseTo(3.5, 0.9);
    const heads = mean(programme.flatMap((nights) => nights.map((night) => night.heads)));
    expect(Math.abs(heads - 124)).toBeLessThan(7);
    const fill = mean(venues.map(({ capacity }, i) => mean(programme[i]!.map((night) => night.heads)) / capacity));
    expect(fill).toBeCloseTo(0.4, 2);
  });

  it('offer no night that is taken', () => {
    const slots = makeSlots(world, to);
    const keys = slots.map(({ venue, on }) => `${venue.key}|${on}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(share(slots, ({ status }) => status === 'open')).toBeGreaterThan(0.1);
    expect(slots.filter(({ on }) => on <= to)).toEqual([]);
  });
});

describe('promoted concerts', () => {
  const home = cities.filter(({ country }) => country === 'US');
  const seeds = Array.from({ length: 12 }, (_, i) => makeWorld(100 + i));
  const markets = seeds.flatMap((one) => home.map((city) => marketShowsOf(one, city, from, to)));
  const shows = markets.flat();

  it('have rooms of all sizes as the trade counts them', () => {
    const bounds = [0, 500, 1500, 3000, 5000, 10_000, 15_000, 20_000, Infinity];
    const wanted = [0.26, 0.33, 0.15, 0.08, 0.09, 0.05, 0.02, 0.03].map((part) => part / 1.01);
    wanted.forEach((part, i) => {
      const real = share(shows, ({ capacity }) => capacity > bounds[i]! && capacity <= bounds[i + 1]!);
      expect(Math.abs(real - part)).toBeLessThan(0.02);
    });
  });

  const tickets = (list: readonly MarketShow[]) => sum(list.map((show) => show.tickets));
  const gross = (list: readonly MarketShow[]) => sum(list.map((show) => show.tickets * show.price));

  it.each<[string, (list: readonly MarketShow[]) => number, [number, number, number]]>([
    ['tickets a show: 1.4, 2.6 and 5.0 thousand', (list) => tickets(list) / list.length, [1400, 2600, 5000]],
    ['dollars a ticket: 52, 73 and 99', (list) => gross(list) / tickets(list), [52, 73, 99]],
    ['gross a show: 83, 194 and 434 thousand', (list) => gross(list) / list.length, [83_000, 194_000, 434_000]],
  ])('have over American markets, at the 10th, 50th and 90th percentile, %s', (_, figure, wanted) => {
    const values = markets.map(figure);
    [0.1, 0.5, 0.9].forEach((part, i) =>
      expect(Math.abs(Math.log(quantile(values, part) / wanted[i]!))).toBeLessThan(0.15)
    );
  });

  it('are there in every month', () => {
    expect(new Set(shows.map(({ on }) => monthOf(on))).size).toBe(12);
  });
});
