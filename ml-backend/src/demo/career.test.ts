import { createHash } from 'node:crypto';
import { dayOf, ms, monthOf, parseDay, weekday } from './calendar.ts';
import { simulateCareer } from './career.ts';
import { stores } from './payouts.ts';
import type { Career, GigVersion, Version } from './types.ts';
import { makeWorld } from './world.ts';

const end = parseDay('2026-06-30');
const years = 8;
const world = makeWorld(1);
const roster = Array.from({ length: 40 }, (_, index) => simulateCareer(1, index, { years, end, world }));

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const live = <T extends { supersededAt: number | null }>(facts: readonly T[]) =>
  facts.filter(({ supersededAt }) => supersededAt === null);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const shows = (status: GigVersion['status'], careers = roster) =>
  careers.flatMap(({ gigs }) => live(gigs).filter((gig) => gig.status === status));
const played = shows('played');
const clubs = played.filter(({ venue }) => venue !== null);

describe('the same arguments', () => {
  it('make the same bytes, with a world at hand or not', () => {
    const again = simulateCareer(1, 5, { years, end });
    expect(hash(again)).toBe(hash(roster[5]));
  });

  it('make another roster for another seed', () => {
    expect(hash(simulateCareer(2, 5, { years, end }))).not.toBe(hash(roster[5]));
    expect(hash(simulateCareer(2, 0, { years, end }))).not.toBe(hash(roster[0]));
  });

  it('are refused where the simulator has no such artist or years', () => {
    expect(() => simulateCareer(1, 1000, { years, end })).toThrow('artist 1000 is not in 0 to 999');
    expect(() => simulateCareer(1, 0, { years: 0, end })).toThrow('0 years is not in 1 to 30');
  });
});

describe('a roster', () => {
  it('has different names, and the first in the alphabet is number 0 of every seed', () => {
    const other = makeWorld(3);
    const many = Array.from(
      { length: 140 },
      (_, index) => simulateCareer(3, index, { years: 1, end, world: other }).slug
    );
    expect(new Set(many).size).toBe(many.length);
    expect([...many].sort()[0]).toBe(many[0]);
    expect(simulateCareer(4, 0, { years: 1, end }).name).toBe(roster[0]!.name);
  });

  it('spreads over genres, countries and three currencies', () => {
    expect(new Set(roster.map(({ genre }) => genre)).size).toBeGreaterThan(8);
    expect(new Set(roster.map(({ city }) => city.country)).size).toBeGreaterThan(5);
    expect(new Set(roster.map(({ currency }) => currency))).toEqual(new Set(['USD', 'EUR', 'GBP']));
    for (const { members } of roster) expect(members.length).toBeGreaterThan(0);
  });

  it('is small at the median and large at the top, like incomes in music', () => {
    const income = roster.map((career) => lastYearRevenue(career)).sort((a, b) => a - b);
    expect(income[20]).toBeGreaterThan(6_000);
    expect(income[20]).toBeLessThan(40_000);
    expect(income.at(-1)! / income[20]!).toBeGreaterThan(10);
  });
});

describe('shows', () => {
  it('fill two rooms in five to one in two', () => {
    const fill = mean(clubs.map(({ heads, capacity }) => heads! / capacity!));
    expect(fill).toBeGreaterThan(0.38);
    expect(fill).toBeLessThan(0.5);
  });

  it('are cancelled in three to five cases of a hundred', () => {
    const lost = shows('cancelled').length;
    const share = lost / (lost + played.length);
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.05);
  });

  it('fall on Saturdays for a third, on Fridays for a fifth, on Sundays for an eighth', () => {
    const share = [0, 1, 2, 3, 4, 5, 6].map(
      (day) => played.filter((gig) => weekday(gig.occurredAt / ms(1)) === day).length / played.length
    );
    expect(share[5]).toBeGreaterThan(0.27);
    expect(share[5]).toBeLessThan(0.36);
    expect(share[4]).toBeGreaterThan(0.18);
    expect(share[4]).toBeLessThan(0.25);
    expect(share[6]).toBeGreaterThan(0.1);
    expect(share[6]).toBeLessThan(0.15);
    for (const rest of share.slice(0, 4)) expect(rest).toBeGreaterThan(0.06);
    for (const rest of share.slice(0, 4)) expect(rest).toBeLessThan(0.12);
  });

  it('are few in January and never at Christmas', () => {
    const month = (m: number) =>
      (12 * clubs.filter((gig) => monthOf(gig.occurredAt / ms(1)) === m).length) / clubs.length;
    expect(month(0)).toBeLessThan(0.75);
    expect(month(8) + month(9)).toBeGreaterThan(2.15);
    const dates = [...played, ...shows('booked')].map(({ occurredAt }) => new Date(occurredAt).toISOString());
    expect(dates.filter((date) => /-12-2[456]T/.test(date))).toEqual([]);
  });

  it('are at most one a day for each artist, never more people than room', () => {
    for (const career of roster) {
      const days = live(career.gigs).map(({ occurredAt }) => occurredAt);
      expect(new Set(days).size).toBe(days.length);
    }
    expect(clubs.filter(({ heads, capacity }) => heads! > capacity!)).toEqual([]);
  });

  it('sell merch for five to ten dollars a head', () => {
    const perHead = mean(clubs.filter(({ merch }) => merch).map(({ merch, heads }) => merch! / heads!));
    expect(perHead).toBeGreaterThan(4.5);
    expect(perHead).toBeLessThan(10);
  });

  it('are booked for months to come and known before they are played', () => {
    const booked = shows('booked');
    expect(booked.length).toBeGreaterThan(roster.length);
    expect(booked.filter(({ occurredAt }) => occurredAt < ms(end))).toEqual([]);
    const versions = roster.flatMap(({ gigs }) => gigs);
    expect(versions.filter(({ knownAt, supersededAt }) => supersededAt !== null && supersededAt <= knownAt)).toEqual(
      []
    );
  });
});

describe('money', () => {
  it('pays a stream what the stores pay', () => {
    const rows = roster.flatMap(({ ledger }) =>
      live(ledger).filter(({ category, quantity }) => category === 'streaming' && quantity! > 2000)
    );
    const rate = (store: string) => {
      const of = rows.filter(({ counterparty }) => counterparty === store);
      return of.reduce((sum, { amount }) => sum + amount, 0) / of.reduce((sum, { quantity }) => sum + quantity!, 0);
    };
    for (const { name, payout } of stores) {
      expect(rate(name)).toBeLessThanOrEqual(payout[2]);
      expect(rate(name)).toBeGreaterThanOrEqual(payout[0] * 0.85);
    }
  });

  it('comes two to three months late from the stores and at once from the door', () => {
    const late = (wanted: string) =>
      roster.flatMap(({ ledger }) =>
        ledger.filter(({ category }) => category === wanted).map((entry) => (entry.knownAt - entry.occurredAt) / ms(1))
      );
    const statements = late('streaming');
    // Counted from the first day of the month that a statement is about.
    expect(Math.min(...statements)).toBeGreaterThan(70);
    expect(Math.max(...statements)).toBeLessThan(140);
    expect(new Set(late('gig'))).toEqual(new Set([1]));
  });

  it('goes out again: between half and all of it for most', () => {
    const ratios = roster.map(expenseRatio).sort((a, b) => a - b);
    expect(ratios[20]).toBeGreaterThan(0.5);
    expect(ratios[20]).toBeLessThan(1);
  });

  it('has months without any for small acts', () => {
    const small = roster.filter((career) => lastYearRevenue(career) < 8_000);
    const empty = small.map(
      (career) =>
        96 -
        new Set(
          live(career.ledger)
            .filter(({ category }) => category === 'gig')
            .map(({ occurredAt }) => monthKey(occurredAt))
        ).size
    );
    expect(mean(empty)).toBeGreaterThan(10);
  });
});

describe('an audience', () => {
  it('listens more in the weeks after a record than in the weeks before', () => {
    const lifts = roster.flatMap((career) =>
      career.releases
        .filter(({ type, occurredAt }) => type === 'album' && occurredAt > ms(end - 700) && occurredAt < ms(end - 30))
        .map(({ occurredAt }) => streams(career, occurredAt, 28) / streams(career, occurredAt - ms(28), 28))
    );
    expect(lifts.length).toBeGreaterThan(5);
    expect(mean(lifts)).toBeGreaterThan(1.05);
  });

  it('has followers whose number is always there, week by week', () => {
    for (const { readings, startedOn } of roster) {
      const of = readings.filter(({ metric, platform }) => metric === 'followers' && platform === 'spotify');
      const weeks = (end - Math.max(startedOn, dayOf(2018, 5, 1))) / 7;
      expect(of.length).toBeGreaterThan(weeks - 4);
    }
  });
});

it('knows nothing that became known later, and corrections follow what they correct', () => {
  for (const career of roster) {
    const facts: Version[] = [...career.gigs, ...career.setlists, ...career.ledger, ...career.marketing];
    facts.push(...career.readings, ...career.releases, ...career.posts, ...career.practice, ...career.assessments);
    facts.push(...career.goals, ...career.milestones, ...career.stages, ...career.collaborations, ...career.offers);
    const later = facts.filter(
      ({ knownAt, supersededAt }) => knownAt > ms(end) || (supersededAt !== null && supersededAt > ms(end))
    );
    expect(later).toEqual([]);
  }
});

it('opens with a career that climbs, tours, records and has goals ahead', () => {
  const [first] = roster;
  expect(live(first!.stages).length).toBeGreaterThan(2);
  expect(new Set(first!.gigs.flatMap(({ tour }) => tour ?? [])).size).toBeGreaterThan(6);
  expect(first!.releases.filter(({ type }) => type === 'album').length).toBeGreaterThan(1);
  expect(new Set(live(first!.goals).map(({ status }) => status))).toEqual(new Set(['open', 'reached', 'missed']));
});

function lastYearRevenue({ ledger }: Career): number {
  const rows = live(ledger).filter(
    ({ direction, occurredAt }) => direction === 'revenue' && occurredAt > ms(end - 457) && occurredAt <= ms(end - 92)
  );
  return rows.reduce((sum, { amount }) => sum + amount, 0);
}

function expenseRatio({ ledger }: Career): number {
  const sum = (wanted: string) =>
    live(ledger).reduce((total, { direction, amount }) => total + (direction === wanted ? amount : 0), 0);
  return sum('expense') / sum('revenue');
}

const streams = ({ readings }: Career, from: number, days: number) =>
  readings
    .filter(({ metric, occurredAt }) => metric === 'streams' && occurredAt >= from && occurredAt < from + ms(days))
    .reduce((sum, { value }) => sum + value, 0);

const monthKey = (at: number) => new Date(at).toISOString().slice(0, 7);
