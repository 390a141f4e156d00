import { dayMs, ms, nextMonth, weekday } from './calendar.ts';
import { simulateCareer } from './career.ts';
import { graduation, logBegins } from './practice.ts';
import { makeProfile } from './profile.ts';
import { dollars, end, live, mean, nights, quantile, share, simulate, spread, sum } from './testing.ts';
import type { AudienceReading, Career } from './types.ts';
import { makeWorld } from './world.ts';

const years = 5;
const roster = simulate(21, 120, { years });
const weekly = ({ readings }: Career, metric: AudienceReading['metric'], platform = 'spotify') =>
  readings.filter((one) => one.metric === metric && one.platform === platform);

describe('listeners', () => {
  it('play about 5 streams a month each', () => {
    const plays = roster.map((career) => {
      const since = ms(end - 364);
      const streams = sum(weekly(career, 'streams').map(({ occurredAt, value }) => (occurredAt >= since ? value : 0)));
      const listeners = weekly(career, 'listeners').filter(({ occurredAt }) => occurredAt >= since);
      return streams / mean(listeners.map(({ value }) => value)) / (364 / 30.4);
    });
    expect(Math.abs(mean(plays) - 5)).toBeLessThan(0.35);
  });

  it('have played 4, 15 and 54 times each by artist, at the 10th, 50th and 90th percentile', () => {
    const ratios = roster.map(({ truth: { latent } }) => latent.lifetimePlays / latent.lifetimeListeners);
    const wanted = [4, 15, 54];
    [0.1, 0.5, 0.9].forEach((part, i) =>
      expect(Math.abs(Math.log(quantile(ratios, part) / wanted[i]!))).toBeLessThan(0.35)
    );
  });

  it.each([
    ['33% of the audience', 'audience', 0.33],
    ['60% of the streams', 'streams', 0.6],
    ['80% of the merch', 'merch', 0.8],
  ] as const)('that are active make up %s', (_, figure, wanted) => {
    const parts = roster.flatMap(({ segments }) => {
      const all = sum(segments.map((row) => row[figure]));
      const active = segments.filter(({ segment }) => segment === 'active');
      return all > 0 ? [sum(active.map((row) => row[figure])) / all] : [];
    });
    expect(Math.abs(mean(parts) - wanted)).toBeLessThan(0.025);
  });
});

it('both segments together buy the merch of the books, in the currency of the artist', () => {
  const until = nextMonth(end, 0);
  for (const { segments, ledger, currency } of roster) {
    const bought = segments.filter(({ month }) => month < until).map(({ merch }) => dollars(merch, currency));
    const sold = live(ledger)
      .filter(({ category, direction }) => category === 'merch' && direction === 'revenue')
      .filter(({ occurredAt }) => occurredAt < ms(until))
      .map((entry) => dollars(entry.amount, entry.currency));
    // Each month of each segment is rounded to a cent.
    expect(Math.abs(sum(bought) - sum(sold))).toBeLessThan(0.02 * segments.length);
  }
});

describe('followers', () => {
  /** Log growth over four weeks, scaled to a month, at points of a career where `holds` for the audience's share of its potential. */
  const growth = (holds: (established: number) => boolean) =>
    roster.slice(1).flatMap((career) => {
      const followers = weekly(career, 'followers');
      const listeners = weekly(career, 'listeners');
      const purges = career.truth.changePoints.filter(({ metric }) => metric === 'followers');
      return followers.flatMap(({ occurredAt, value }, i) => {
        const before = followers[i - 4];
        if (!before || i % 4 !== 0 || !holds(listeners[i]!.value / 0.6 / career.truth.latent.potential)) return [];
        if (purges.some(({ day }) => ms(day) > before.occurredAt - ms(7) && ms(day) <= occurredAt)) return [];
        return [Math.log(value / before.value) * Math.sqrt(30.4 / 28)];
      });
    });

  it('grow by N(2%, 3%) a month while an audience develops', () => {
    const developing = growth((established) => established < 0.4);
    expect(Math.abs(mean(developing) - 0.02)).toBeLessThan(0.006);
    expect(Math.abs(spread(developing) - 0.03)).toBeLessThan(0.006);
  });

  it('grow by N(.5%, 1.5%) a month once it is established', () => {
    const established = growth((part) => part > 0.95);
    expect(Math.abs(mean(established) - 0.005)).toBeLessThan(0.003);
    expect(Math.abs(spread(established) - 0.015)).toBeLessThan(0.004);
  });
});

describe('streams', () => {
  const weeks = (career: Career) => {
    const sums = new Map<number, number>();
    for (const { occurredAt, value } of weekly(career, 'streams')) {
      const day = occurredAt / dayMs;
      const monday = day - weekday(day);
      sums.set(monday, (sums.get(monday) ?? 0) + value);
    }
    return sums;
  };
  const byWeek = new Map(roster.map((career) => [career, weeks(career)]));
  const change = (career: Career, monday: number, later: number) =>
    Math.log(byWeek.get(career)!.get(monday + 7 * later)! / byWeek.get(career)!.get(monday - 7)!);
  const known = (values: number[]) => values.filter(Number.isFinite);

  it('rise by 5 to 30% with an album, and have lost half of that after three to five weeks', () => {
    const albums = roster.flatMap((career) =>
      career.releases
        .filter(({ type, occurredAt }) => type === 'album' && occurredAt < ms(end - 80))
        .map(({ occurredAt }) => ({ career, monday: occurredAt / dayMs - weekday(occurredAt / dayMs) }))
    );
    expect(albums.length).toBeGreaterThan(80);
    const at = (later: number) =>
      quantile(known(albums.map(({ career, monday }) => change(career, monday, later))), 0.5);
    expect(at(1)).toBeGreaterThan(0.08);
    expect(at(1)).toBeLessThan(0.2);
    // Some of the new listeners stay: that is the level that the surge falls back to.
    const stays = at(20);
    const left = (at(6) - stays) / (at(1) - stays);
    expect(left).toBeGreaterThan(0.1);
    expect(left).toBeLessThan(0.75);
  });

  it('rise after gigs: more in weeks with a large crowd than in weeks without one', () => {
    const rises = { crowd: [] as number[], quiet: [] as number[] };
    const crowds = new Map<string, number>();
    for (const { career, day, heads } of nights(roster)) {
      const key = `${career.slug}|${day - weekday(day)}`;
      crowds.set(key, (crowds.get(key) ?? 0) + heads!);
    }
    for (const career of roster) {
      for (const [monday] of byWeek.get(career)!) {
        const listeners = career.truth.latent.potential;
        const heads = crowds.get(`${career.slug}|${monday}`) ?? 0;
        const kind = heads > 0.08 * listeners ? 'crowd' : heads === 0 ? 'quiet' : undefined;
        if (kind) rises[kind].push(change(career, monday, 1));
      }
    }
    expect(known(rises.crowd).length).toBeGreaterThan(100);
    expect(quantile(known(rises.crowd), 0.5) - quantile(known(rises.quiet), 0.5)).toBeGreaterThan(0.03);
  });
});

describe('practice', () => {
  const world = makeWorld(21);
  const logs = roster.flatMap((career, index) => {
    const profile = makeProfile(world, index, { years, end });
    const begins = Math.max(logBegins(profile), ...career.members.slice(0, 1).map(({ joinedOn }) => joinedOn));
    const sessions = career.practice.filter(({ member }) => member === career.members[0]!.slug);
    return [{ career, sessions, begins, graduates: graduation(profile), student: profile.traits.student }];
  });
  const hoursAWeek = (from: (log: (typeof logs)[number]) => number, to: (log: (typeof logs)[number]) => number) =>
    logs.flatMap((log) => {
      const [start, stop] = [from(log), to(log)];
      if (stop - start < 90) return [];
      const minutes = log.sessions.filter(({ occurredAt }) => occurredAt >= ms(start) && occurredAt < ms(stop));
      return [(sum(minutes.map((session) => session.minutes)) / 60 / (stop - start)) * 7];
    });

  it('takes professionals about 14 hours a week', () => {
    const hours = hoursAWeek(
      ({ begins, graduates }) => Math.max(begins, graduates),
      () => end
    );
    expect(Math.abs(mean(hours) - 14)).toBeLessThan(1.2);
  });

  it('takes students 24 to 26 hours a week', () => {
    const young = makeWorld(22);
    const students = Array.from({ length: 1000 }, (_, index) => index)
      .filter((index) => index % 20 === 13 && makeProfile(young, index, { years: 2, end }).traits.student)
      .map((index) => simulateCareer(22, index, { years: 2, end, world: young, incidents: 0 }));
    const hours = students.flatMap(({ practice, members }) => {
      const sessions = practice.filter(({ member }) => member === members[0]!.slug);
      const days = sessions.length ? (sessions.at(-1)!.occurredAt - sessions[0]!.occurredAt) / dayMs + 1 : 0;
      return days > 90 ? [(sum(sessions.map(({ minutes }) => minutes)) / 60 / days) * 7] : [];
    });
    expect(hours.length).toBeGreaterThan(2);
    expect(mean(hours)).toBeGreaterThan(21);
    expect(mean(hours)).toBeLessThan(29);
  });

  it('lasts under an hour on 23 days of 100, up to two on 31, three on 20, four on 17, longer on 9', () => {
    const usual = logs
      .filter(
        ({ student, career }) => !student && !career.truth.changePoints.some((c) => c.metric === 'practice_minutes')
      )
      .flatMap(({ sessions }) => live(sessions).map(({ minutes }) => minutes));
    const bounds = [0, 60, 120, 180, 240, Infinity];
    [0.23, 0.31, 0.2, 0.17, 0.09].forEach((part, i) => {
      const real = share(usual, (minutes) => minutes >= bounds[i]! && minutes < bounds[i + 1]!);
      expect(Math.abs(real - part)).toBeLessThan(0.03);
    });
  });
});
