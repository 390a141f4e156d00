import { monthOf, weekday } from './calendar.ts';
import { dollars, end, live, mean, nights, quantile, share, simulate, spread, sum } from './testing.ts';
import type { Career, CostKind } from './types.ts';

const years = 5;
const roster = simulate(12, 150, { years });
const played = nights(roster);
const clubs = played.filter(({ venue }) => venue !== null);
const bands = clubs.filter(({ career }) => career.genre !== 'covers');
const fills = (list: typeof clubs) => list.map(({ heads, capacity }) => heads! / capacity!);
/** Of a Beta distribution with the mean and the variance of the values. */
const concentration = (values: number[]) => (mean(values) * (1 - mean(values))) / spread(values) ** 2 - 1;

describe('rooms', () => {
  it('of grassroots size are two fifths full', () => {
    expect(mean(fills(clubs.filter(({ capacity }) => capacity! <= 1000)))).toBeCloseTo(0.4, 1.3);
  });

  it('fill as a Beta distribution with mean .40 to .5 and concentration 4', () => {
    expect(mean(fills(clubs))).toBeGreaterThan(0.385);
    expect(mean(fills(clubs))).toBeLessThan(0.5);
    expect(concentration(fills(clubs))).toBeGreaterThan(3.3);
    expect(concentration(fills(clubs))).toBeLessThan(4.7);
  });

  it('lose three to five shows of a hundred', () => {
    const lost = nights(roster, 'cancelled').length;
    const part = lost / (lost + played.length);
    expect(part).toBeGreaterThan(0.03);
    expect(part).toBeLessThan(0.05);
  });
});

describe('the calendar', () => {
  it('has 32% of the dates on Saturdays, 21% on Fridays, 12% on Sundays and 7 to 10% on each other day', () => {
    const part = [0, 1, 2, 3, 4, 5, 6].map((day) => share(played, (night) => weekday(night.day) === day));
    expect(Math.abs(part[5]! - 0.32)).toBeLessThan(0.025);
    expect(Math.abs(part[4]! - 0.21)).toBeLessThan(0.02);
    expect(Math.abs(part[6]! - 0.12)).toBeLessThan(0.02);
    for (const other of part.slice(0, 4)) {
      expect(other).toBeGreaterThan(0.07);
      expect(other).toBeLessThan(0.1);
    }
  });

  const wholeYears = end - Math.round(years * 365.25);
  const monthly = (all: typeof played) => {
    const list = all.filter(({ day }) => day >= wholeYears);
    return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((month) => 12 * share(list, ({ day }) => monthOf(day) === month));
  };

  it('has the season of clubs, month by month', () => {
    const season = [0.6, 0.85, 1, 1.05, 1.1, 1.1, 1.1, 1, 1.1, 1.25, 1.05, 0.9].map((value) => (value * 12) / 12.1);
    monthly(clubs).forEach((part, month) => expect(Math.abs(part - season[month]!)).toBeLessThan(0.13));
  });

  it('has most tours in October', () => {
    const tours = monthly(played.filter(({ tour }) => tour !== null));
    expect(tours.indexOf(Math.max(...tours))).toBe(9);
  });

  it('has functions from May to September and in December', () => {
    const functions = monthly(played.filter(({ venue, career }) => venue === null && career.genre === 'covers'));
    const high = new Set([4, 5, 6, 7, 8, 11]);
    functions.forEach((part, month) => expect(part > 1).toBe(high.has(month)));
  });

  it('has tours in blocks: on the road a band plays every second day or more', () => {
    const gaps = roster.flatMap(({ gigs }) => {
      const days = live(gigs)
        .filter(({ tour, status }) => tour?.includes('Tour') && status === 'played')
        .map(({ occurredAt, tour }) => ({ tour, day: occurredAt / 86_400_000 }));
      return days.slice(1).flatMap(({ tour, day }, i) => (tour === days[i]!.tour ? day - days[i]!.day : []));
    });
    expect(quantile(gaps, 0.5)).toBeLessThanOrEqual(2);
  });
});

describe('tickets', () => {
  const byId = new Map(clubs.map((night) => [`${night.career.slug}|${night.externalId}`, night]));
  const general = roster.flatMap(({ slug, tiers }) =>
    tiers.flatMap(({ tier, gig, facePrice, currency }) => {
      const night = byId.get(`${slug}|${gig}`);
      return tier === 'General' && night ? [{ night, price: facePrice, currency }] : [];
    })
  );

  it('cost 12, 18, 25, 28 and 38 dollars in clubs at the 10th, 25th, 50th, 75th and 90th percentile', () => {
    const prices = general
      .filter(({ night }) => night.capacity! <= 1500)
      .map(({ price, currency }) => dollars(price, currency));
    const wanted = [12, 18, 25, 28, 38];
    [0.1, 0.25, 0.5, 0.75, 0.9].forEach((part, i) =>
      expect(Math.abs(Math.log(quantile(prices, part) / wanted[i]!))).toBeLessThan(0.14)
    );
  });

  it('cost about 22.50 pounds in a room for 700, of which a sold-out night leaves 12.7 thousand after tax and fee', () => {
    const prices = general
      .filter(({ night, currency }) => currency === 'GBP' && night.capacity! > 500 && night.capacity! < 950)
      .map(({ price }) => price);
    expect(prices.length).toBeGreaterThan(40);
    expect(mean(prices)).toBeGreaterThan(19.5);
    expect(mean(prices)).toBeLessThan(25.5);
    const door = bands.filter(({ feeModel, gross }) => feeModel === 'own_promotion' && gross! > 0);
    const left = sum(door.map(({ netIncome }) => netIncome!)) / sum(door.map(({ gross }) => gross!));
    expect(left).toBeCloseTo(18.19 / 22.5, 3);
  });
});

describe('deals', () => {
  /** Heads of the last five nights that were over when a show was booked. */
  function proven({ gigs }: Career): Map<string, number> {
    const own = live(gigs).filter(({ venue, status }) => venue && status === 'played');
    const bookedAt = new Map(
      gigs.filter(({ status }) => status === 'booked').map((gig) => [gig.externalId, gig.knownAt])
    );
    return new Map(
      own.map(({ externalId }) => {
        const before = own.filter(({ occurredAt }) => occurredAt < bookedAt.get(externalId)!).slice(-5);
        return [externalId, before.length === 5 ? mean(before.map(({ heads }) => heads!)) : NaN];
      })
    );
  }

  it('guarantee a starter five to six a proven head', () => {
    const heads = new Map(roster.map((career) => [career, proven(career)]));
    const rates = bands
      .filter(({ feeModel }) => feeModel === 'guarantee' || feeModel === 'versus')
      .flatMap(({ career, externalId, guarantee }) => {
        const known = heads.get(career)!.get(externalId)!;
        return known > 30 && known < 250 ? [guarantee! / known] : [];
      });
    expect(rates.length).toBeGreaterThan(1000);
    expect(mean(rates)).toBeCloseTo(5.5, 1);
    expect(quantile(rates, 0.01)).toBeGreaterThan(4.85);
    expect(quantile(rates, 0.99)).toBeLessThan(6.15);
  });

  it('split the door 70 to 30, and pay a band on a small bill 75 to 250', () => {
    const split = bands.filter(({ feeModel }) => feeModel === 'door_split');
    expect(new Set(split.map(({ splitPercent }) => splitPercent))).toEqual(new Set([70]));
    const flat = bands.filter(({ feeModel }) => feeModel === 'flat').map(({ guarantee }) => guarantee!);
    expect(Math.min(...flat)).toBeGreaterThanOrEqual(75);
    expect(Math.max(...flat)).toBeLessThanOrEqual(250);
    expect(mean(flat)).toBeCloseTo(162.5, -1);
  });

  it('pay a cover band of four 350 as a rule and 600 sometimes', () => {
    const fees = played
      .filter(({ career, venue }) => career.genre === 'covers' && career.members.length === 4 && !venue)
      .map(({ guarantee }) => guarantee!);
    expect(Math.abs(quantile(fees, 0.5) - 350)).toBeLessThan(25);
    expect(share(fees, (fee) => fee > 480)).toBeCloseTo(0.25, 1);
    expect(mean(fees.filter((fee) => fee > 480))).toBeCloseTo(600, -2);
  });

  it('give a van tour as much by guarantee as by merch', () => {
    const van = bands.filter(
      ({ tour, capacity, guarantee }) => tour && guarantee && capacity! >= 150 && capacity! <= 800
    );
    expect(van.length).toBeGreaterThan(200);
    const ratio = mean(van.map(({ guarantee }) => guarantee!)) / mean(van.map(({ merch }) => merch!));
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.3);
  });

  it('cost 250 to 1,100 where the artist hires the room', () => {
    const hires = roster.flatMap(({ costs }) => costs.filter(({ kind }) => kind === 'venue_hire'));
    expect(Math.min(...hires.map(({ amount }) => amount))).toBeGreaterThanOrEqual(250);
    expect(Math.max(...hires.map(({ amount }) => amount))).toBeLessThanOrEqual(1100);
  });
});

describe('merch', () => {
  const perHead = (list: typeof bands) =>
    mean(list.map(({ merch, heads, city }) => dollars(merch!, city.currency) / heads!));

  it('brings 5.50 a head in small rooms and about 9.90 in large ones', () => {
    expect(perHead(bands.filter(({ capacity }) => capacity! <= 300))).toBeCloseTo(5.5, 0);
    const named = new Set(['metal', 'hip-hop', 'pop', 'alternative', 'punk']);
    const large = bands.filter(({ capacity, career }) => capacity! > 3000 && !named.has(career.genre));
    expect(perHead(large)).toBeGreaterThan(7.5);
    expect(perHead(large)).toBeLessThan(11);
  });

  it('brings more by genre: metal 13.5, hip-hop 13.3, pop 12.6 and alternative 12.1 where all bring 9.9', () => {
    const small = bands.filter(({ capacity }) => capacity! <= 300);
    const all = perHead(small);
    for (const [genre, dollarsAHead] of Object.entries({
      metal: 13.5,
      'hip-hop': 13.3,
      pop: 12.6,
      alternative: 12.1,
    })) {
      const ratio = perHead(small.filter(({ career }) => career.genre === genre)) / all;
      expect(Math.abs(Math.log(ratio / (dollarsAHead / 9.9)))).toBeLessThan(0.15);
    }
  });

  it('is bought by 20 to 22 of 100 heads', () => {
    const club = new Map(bands.map((night) => [`${night.career.slug}|${night.externalId}`, night.heads!]));
    const buyers = roster.flatMap(({ slug, ledger }) =>
      live(ledger).filter(({ category, gig }) => category === 'merch' && gig && club.has(`${slug}|${gig}`))
    );
    const heads = sum([...club.values()]);
    const part = sum(buyers.map(({ quantity }) => quantity!)) / heads;
    expect(part).toBeGreaterThan(0.19);
    expect(part).toBeLessThan(0.22);
  });
});

describe('costs', () => {
  const byId = new Map(played.map((night) => [`${night.career.slug}|${night.externalId}`, night]));
  const rate = (kind: CostKind, base: (night: (typeof played)[number]) => number) => {
    const pairs = roster.flatMap(({ slug, costs }) =>
      costs
        .filter((cost) => cost.kind === kind)
        .map(({ gig, amount }) => [amount, base(byId.get(`${slug}|${gig}`)!)] as const)
        .filter(([, of]) => of > 0)
    );
    return sum(pairs.map(([amount]) => amount)) / sum(pairs.map(([, of]) => of));
  };
  const fee = ({ netIncome }: (typeof played)[number]) => netIncome!;
  const all = ({ netIncome, merch }: (typeof played)[number]) => netIncome! + merch!;

  it.each<[string, CostKind, (night: (typeof played)[number]) => number, number, number]>([
    ['10% of the fee to the agent', 'agent', fee, 0.0995, 0.1005],
    ['15 to 20% of the fee to the manager', 'manager', fee, 0.15, 0.2],
    ['5% to the business manager', 'business_manager', all, 0.0495, 0.0505],
    ['15 to 30% of merch to the venue', 'venue_merch_cut', ({ merch }) => merch!, 0.2, 0.25],
    ['22% to travel on tour', 'travel', (night) => (night.tour ? all(night) : 0), 0.2, 0.245],
    ['30% to the payroll', 'payroll', all, 0.29, 0.31],
    ['3% to the production', 'production', all, 0.0295, 0.0305],
  ])('are %s', (_, kind, base, low, high) => {
    expect(rate(kind, base)).toBeGreaterThan(low);
    expect(rate(kind, base)).toBeLessThan(high);
  });
});
