import { dayMs, dayOf, isoDate, weekday } from './calendar.ts';
import { shockLabels } from './labels.ts';
import { live, mean, nights, simulate, spread, sum } from './testing.ts';
import type { Career, LedgerEntry, Shock } from './types.ts';
import { ofDay } from './versions.ts';

const roster = simulate(31, 140, { years: 5 });
const anomalies = roster.flatMap((career) => career.truth.anomalies.map((label) => ({ career, ...label })));

/** Streams by Monday. */
const weeksOf = ({ readings }: Career) => {
  const sums = new Map<number, number>();
  for (const { metric, occurredAt, value } of readings) {
    if (metric !== 'streams') continue;
    const monday = occurredAt / dayMs - weekday(occurredAt / dayMs);
    sums.set(monday, (sums.get(monday) ?? 0) + value);
  }
  return sums;
};
const weeks = new Map(roster.map((career) => [career, weeksOf(career)]));
/** Mean log of streams over some weeks, counted from a Monday. */
const level = (career: Career, monday: number, from: number, to: number) => {
  const values = Array.from({ length: to - from }, (_, i) =>
    Math.log(weeks.get(career)!.get(monday + 7 * (from + i)) ?? NaN)
  );
  return mean(values);
};
const correlation = (pairs: Array<readonly [number, number]>) => {
  const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  return mean(pairs.map(([a, b]) => (a - mean(x)) * (b - mean(y)))) / (spread(x) * spread(y));
};
const slope = (pairs: Array<readonly [number, number]>) => {
  const x = pairs.map(([a]) => a);
  return (correlation(pairs) * spread(pairs.map(([, b]) => b))) / spread(x);
};

describe('labels of anomalies', () => {
  it('name the metric, the direction and a size of three deviations or more for what was injected', () => {
    const injected = anomalies.filter(
      ({ grain, logFactor, start, end }) => logFactor !== null && (grain === 'gig' || end - start === 6)
    );
    expect(new Set(injected.map(({ metric }) => metric))).toEqual(
      new Set(['streams', 'listeners', 'engagement', 'merch'])
    );
    for (const { sigmas, direction } of injected) {
      expect(Math.abs(sigmas)).toBeGreaterThanOrEqual(2.99);
      expect(direction).toBe(sigmas > 0 ? 'spike' : 'drop');
    }
    expect(injected.filter(({ direction }) => direction === 'drop').length).toBeGreaterThan(100);
  });

  it('are true: a week of streams is as far from the weeks around it as its label says', () => {
    const pairs = anomalies
      .filter(({ metric, start, end }) => metric === 'streams' && end - start === 6)
      .map(({ career, start, logFactor }) => {
        const around = (level(career, start, -2, 0) + level(career, start, 1, 3)) / 2;
        return [logFactor!, level(career, start, 0, 1) - around] as const;
      })
      .filter(([, measured]) => Number.isFinite(measured));
    expect(pairs.length).toBeGreaterThan(100);
    expect(slope(pairs)).toBeGreaterThan(0.85);
    expect(slope(pairs)).toBeLessThan(1.1);
    expect(correlation(pairs)).toBeGreaterThan(0.93);
  });

  it('name pauses of practice in which there is none', () => {
    const pauses = anomalies.filter(({ metric }) => metric === 'practice_minutes');
    expect(pauses.length).toBeGreaterThan(50);
    const alone = pauses.filter(({ career }) => new Set(career.practice.map(({ member }) => member)).size === 1);
    for (const { career, start, end } of alone) {
      expect(
        career.practice.filter(({ occurredAt }) => occurredAt >= start * dayMs && occurredAt <= end * dayMs)
      ).toEqual([]);
    }
  });

  it('name costs and payments that come once, and shows lost to illness', () => {
    for (const metric of ['expenses', 'royalties', 'gigs'] as const)
      expect(anomalies.filter((label) => label.metric === metric).length).toBeGreaterThan(10);
  });
});

it('the size of a cost that comes once is told in one currency, whatever the months before were paid in', () => {
  const spent = (key: string, on: number, amount: number, currency: LedgerEntry['currency']): LedgerEntry => ({
    ...ofDay(key, on, on + 1),
    ...{ direction: 'expense', category: 'other', amount, currency },
    ...{ counterparty: null, territory: null, work: null, quantity: null, gig: null },
  });
  const day = dayOf(2025, 8, 10);
  // Months of 128 and 256 dollars in turn, every other one in pounds: 64 dollars around their mean.
  const months = Array.from({ length: 8 }, (_, i) => {
    const on = dayOf(2025, i + 1, 20);
    return spent(`other|${isoDate(on)}`, on, i % 2 ? 200 : 128, i % 2 ? 'GBP' : 'USD');
  });
  const van: Shock = { kind: 'breakdown', title: 'Gearbox', start: day, end: day, lift: 1, halfLifeDays: 1 };
  const [label] = shockLabels([van], [], [...months, spent(`repair|${day}`, day, 640, 'USD')], 1);
  expect(label).toMatchObject({ metric: 'expenses', direction: 'spike' });
  expect(label!.sigmas).toBeCloseTo(10, 10);
});

describe('labels of change points', () => {
  const changes = roster.flatMap((career) => career.truth.changePoints.map((label) => ({ career, ...label })));

  it('are true for the level of streams', () => {
    const pairs = changes
      .filter(({ metric, kind }) => metric === 'streams' && kind === 'level')
      .map(({ career, day, size }) => [size, level(career, day, 0, 6) - level(career, day, -6, 0)] as const)
      .filter(([, measured]) => Number.isFinite(measured));
    expect(pairs.length).toBeGreaterThan(40);
    expect(slope(pairs)).toBeGreaterThan(0.8);
    expect(slope(pairs)).toBeLessThan(1.2);
    expect(correlation(pairs)).toBeGreaterThan(0.85);
  });

  it('are true for the slope of streams', () => {
    const pairs = changes
      .filter(({ metric, kind }) => metric === 'streams' && kind === 'slope')
      .map(({ career, day, size }) => [size * 40, level(career, day, 38, 44) - level(career, day, -6, 0)] as const)
      .filter(([, measured]) => Number.isFinite(measured));
    expect(pairs.length).toBeGreaterThan(12);
    expect(slope(pairs)).toBeGreaterThan(0.6);
    expect(slope(pairs)).toBeLessThan(1.4);
  });

  it('cover levels of shows, merch, prices, followers and practice, up and down', () => {
    const metrics = ['streams', 'listeners', 'heads', 'merch', 'ticket_price', 'followers', 'practice_minutes'];
    expect(new Set(changes.map(({ metric }) => metric))).toEqual(new Set(metrics));
    expect(changes.filter(({ size }) => size > 0).length).toBeGreaterThan(60);
    expect(changes.filter(({ size }) => size < 0).length).toBeGreaterThan(60);
  });
});

it('labels of stage changes follow the stages', () => {
  const all = roster.flatMap(({ truth }) => truth.stageChanges);
  expect(all.length).toBeGreaterThan(20);
  for (const { stages, truth } of roster) {
    expect(truth.stageChanges.map(({ to }) => to)).toEqual(
      live(stages)
        .slice(1)
        .map(({ stage }) => stage)
    );
  }
});

describe('elasticities and trials', () => {
  const shows = nights(roster).filter(({ venue, feeModel }) => venue && feeModel !== 'free');
  const prices = new Map(
    roster.flatMap(({ slug, tiers }) =>
      tiers.filter(({ tier }) => tier === 'General').map(({ gig, facePrice }) => [`${slug}|${gig}`, facePrice] as const)
    )
  );
  /** Log of the share of the room that came, less the artist's usual one; the same for the price. */
  const nightsOf = (career: Career) => {
    const own = shows.filter(
      (night) => night.career === career && night.heads! > 0 && prices.has(`${career.slug}|${night.externalId}`)
    );
    const fill = own.map(({ heads, capacity }) => Math.log(heads! / capacity!));
    const price = own.map(({ externalId }) => Math.log(prices.get(`${career.slug}|${externalId}`)!));
    return own.map((night, i) => ({
      id: night.externalId,
      fill: fill[i]! - mean(fill),
      price: price[i]! - mean(price),
    }));
  };
  const acts = roster.filter(({ truth }) => truth.elasticities.length > 0);
  const own = new Map(acts.map((career) => [career, nightsOf(career)]));

  it('draw the price elasticity of attendance from N(-.8, .4)', () => {
    const values = acts.map(({ truth }) => truth.elasticities[0]!.value);
    expect(Math.abs(mean(values) + 0.8)).toBeLessThan(0.12);
    expect(Math.abs(spread(values) - 0.4)).toBeLessThan(0.1);
  });

  it('leave enough variation in prices to find it again', () => {
    const found = acts
      .filter((career) => own.get(career)!.length > 60)
      .map((career) => {
        const pairs = own.get(career)!.map(({ price, fill }) => [price, fill] as const);
        return [career.truth.elasticities[0]!.value, slope(pairs)] as const;
      });
    expect(found.length).toBeGreaterThan(60);
    expect(Math.abs(mean(found.map(([truth, estimate]) => estimate - truth)))).toBeLessThan(0.15);
    expect(correlation(found)).toBeGreaterThan(0.5);
  });

  /** Mean over artists of treated less untreated nights, and of what the label says. */
  const effectOf = (experiment: 'mailing' | 'discount') => {
    const pairs = acts.flatMap((career) => {
      const label = career.truth.treatments.find((one) => one.experiment === experiment);
      if (!label) return [];
      const given = new Map(
        career.truth.assignments
          .filter((one) => one.experiment === experiment)
          .map(({ gig, treated }) => [gig, treated])
      );
      const fills = (wanted: boolean) =>
        own.get(career)!.flatMap(({ id, fill }) => (given.get(id) === wanted ? fill : []));
      const [treated, untreated] = [fills(true), fills(false)];
      const weight = 1 / (1 / treated.length + 1 / untreated.length);
      return weight > 3 ? [{ weight, found: mean(treated) - mean(untreated), truth: label.logEffect }] : [];
    });
    const weights = sum(pairs.map(({ weight }) => weight));
    const over = (value: (pair: (typeof pairs)[number]) => number) =>
      sum(pairs.map((pair) => pair.weight * value(pair))) / weights;
    return {
      found: over(({ found }) => found),
      truth: over(({ truth }) => truth),
      probability: shareTreated(experiment),
    };
  };
  const shareTreated = (experiment: string) => {
    const all = roster.flatMap(({ truth }) => truth.assignments.filter((one) => one.experiment === experiment));
    return all.filter(({ treated }) => treated).length / all.length;
  };

  it.each([
    ['mailing', 0.5],
    ['discount', 0.25],
  ] as const)('show in attendance what %s does, to who got it by chance', (experiment, probability) => {
    const effect = effectOf(experiment);
    expect(Math.abs(effect.probability - probability)).toBeLessThan(0.03);
    expect(effect.truth).toBeGreaterThan(0.08);
    expect(Math.abs(effect.found - effect.truth)).toBeLessThan(0.07);
  });

  it('show in streams what pitching does, to the artists who got it by chance', () => {
    const changes = { true: [] as number[], false: [] as number[] };
    for (const career of acts) {
      const label = career.truth.treatments.find(({ experiment }) => experiment === 'pitching');
      const given = career.truth.assignments.find(({ experiment }) => experiment === 'pitching');
      if (!label || !given) continue;
      const monday = label.start + ((7 - weekday(label.start)) % 7);
      const change = level(career, monday, 0, 7) - level(career, monday, -7, 0);
      if (Number.isFinite(change) && Math.abs(change) < 0.4) changes[`${given.treated}`].push(change);
    }
    expect(changes.true.length).toBeGreaterThan(40);
    expect(Math.abs(mean(changes.true) - mean(changes.false) - 0.1)).toBeLessThan(0.06);
  });

  it('leave a trace in the facts of who was mailed, and none of who was not', () => {
    for (const { truth, marketing } of acts) {
      const mailed = new Set(marketing.filter(({ channel }) => channel === 'E-mail').map(({ campaign }) => campaign));
      for (const { experiment, gig, treated } of truth.assignments) {
        if (experiment === 'mailing') expect(mailed.has(`Mailing for ${gig}`)).toBe(treated);
      }
    }
  });
});

it('quiet careers have none of it', () => {
  for (const { truth, shocks } of simulate(31, 12, { years: 4, incidents: 0 })) {
    expect([...truth.anomalies, ...shocks]).toEqual([]);
    expect(truth.changePoints.filter(({ cause }) => cause !== 'End of studies')).toEqual([]);
  }
});

it('no fact tells the cause of what was injected', () => {
  const causes = new Set(
    roster.flatMap(({ truth, shocks }) => {
      const seen = new Set(shocks.map(({ title }) => title));
      return [...truth.anomalies, ...truth.changePoints].map(({ cause }) => cause).filter((cause) => !seen.has(cause));
    })
  );
  expect(causes.size).toBeGreaterThan(15);
  for (const { truth, shocks, ...facts } of roster.slice(0, 20)) {
    const text = JSON.stringify(facts);
    expect(truth.latent.potential + shocks.length).toBeGreaterThan(0);
    for (const cause of causes) expect(text).not.toContain(`"${cause}"`);
  }
});
