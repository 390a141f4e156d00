import type { Day } from './calendar.ts';
import { isoDate, monthOf, monthsBetween, ms, nextMonth } from './calendar.ts';
import type { Week } from './following.ts';
import type { Currency } from './places.ts';
import type { Profile } from './profile.ts';
import { releaseDay } from './releases.ts';
import type { PlayedShow } from './show.ts';
import type { CostKind, LedgerEntry, MarketingSpend, Release, Shock } from './types.ts';
import { ofDay } from './versions.ts';

type Entry = Pick<LedgerEntry, 'direction' | 'category' | 'amount'> & Partial<LedgerEntry>;

function entry(profile: Profile, key: string, on: Day, known: Day, fields: Entry): LedgerEntry {
  const empty = { counterparty: null, territory: null, work: null, quantity: null, gig: null };
  return {
    ...ofDay(key, on, known),
    ...empty,
    currency: profile.city.currency,
    ...fields,
    amount: Math.round(fields.amount * 100) / 100,
  };
}

/** The artist's own books: what shows, lessons and sales brought, and what was paid. */
export function bookEntries(
  profile: Profile,
  weeks: readonly Week[],
  shows: readonly PlayedShow[],
  releases: readonly Release[],
  shocks: readonly Shock[],
  marketing: readonly MarketingSpend[]
): LedgerEntry[] {
  return [
    ...showIncome(profile, shows),
    ...showCosts(profile, shows),
    ...pressings(profile, shows),
    ...monthlyEntries(profile, weeks, marketing),
    ...recordCosts(profile, weeks, releases),
    ...repairs(profile, shocks),
  ];
}

function showIncome(profile: Profile, shows: readonly PlayedShow[]): LedgerEntry[] {
  return shows.flatMap(({ id, plan, status, income, merch, buyers, heads, venueName }) => {
    if (status !== 'played') return [];
    const common = {
      counterparty: venueName,
      territory: plan.city.country,
      currency: plan.city.currency,
      gig: id,
      direction: 'revenue',
    } as const;
    return [
      ...(income
        ? [
            entry(profile, `gig|${id}`, plan.day, plan.day + 1, {
              ...common,
              category: 'gig',
              amount: income,
              quantity: heads,
            }),
          ]
        : []),
      ...(merch
        ? [
            entry(profile, `merch|${id}`, plan.day, plan.day + 1, {
              ...common,
              category: 'merch',
              amount: merch,
              quantity: buyers,
            }),
          ]
        : []),
    ];
  });
}

const categoryOf: Record<CostKind, string> = {
  agent: 'commission',
  manager: 'commission',
  business_manager: 'commission',
  venue_merch_cut: 'commission',
  venue_hire: 'venue_hire',
  travel: 'travel',
  payroll: 'payroll',
  production: 'production',
  tax: 'tax',
  other: 'other',
};

/** Bills of shows come together at the end of the month. */
function showCosts(profile: Profile, shows: readonly PlayedShow[]): LedgerEntry[] {
  const sums = new Map<string, { month: Day; category: string; currency: Currency; amount: number }>();
  for (const { plan, costs } of shows) {
    const month = nextMonth(plan.day, 0);
    for (const { kind, amount } of costs) {
      const category = categoryOf[kind];
      const key = `${category}|${plan.city.currency}|${isoDate(month)}`;
      const sum = sums.get(key) ?? { month, category, currency: plan.city.currency, amount: 0 };
      sums.set(key, { ...sum, amount: sum.amount + amount });
    }
  }
  return [...sums].map(([key, { month, category, currency, amount }]) => {
    const last = nextMonth(month) - 1;
    return entry(profile, key, last, last + 1, { direction: 'expense', category, currency, amount });
  });
}

/** Shirts and records are paid to the supplier in the month in which they sell. */
function pressings(profile: Profile, shows: readonly PlayedShow[]): LedgerEntry[] {
  const sums = new Map<Day, number>();
  for (const { plan, merch } of shows) {
    const month = nextMonth(plan.day, 0);
    // Sold in euros or pounds abroad, but made at home: parity is near enough for a bill.
    sums.set(month, (sums.get(month) ?? 0) + 0.3 * (merch ?? 0));
  }
  return [...sums].flatMap(([month, amount]) => {
    const last = nextMonth(month) - 1;
    const fields = { direction: 'expense', category: 'other', counterparty: 'Merch supplier', amount } as const;
    return amount < 5 ? [] : [entry(profile, `supplier|${isoDate(month)}`, last, last + 1, fields)];
  });
}

function monthlyEntries(profile: Profile, weeks: readonly Week[], marketing: readonly MarketingSpend[]): LedgerEntry[] {
  const random = profile.chance('months');
  const teaches =
    profile.flagship || profile.genre === 'jazz' || profile.genre === 'classical' || profile.index % 4 === 1;
  const lessons = random.between(180, 700);
  const room = random.between(25, 66) * Math.sqrt(profile.members.length);
  return monthsBetween(profile.from, profile.to).flatMap((month) => {
    const last = nextMonth(month) - 1;
    const at = weekOf(weeks, last);
    const size = at.base * at.attention;
    const entries: LedgerEntry[] = [];
    const add = (
      category: string,
      direction: 'revenue' | 'expense',
      amount: number,
      counterparty: string | null = null
    ) => {
      if (amount >= 1)
        entries.push(
          entry(profile, `${category}|${isoDate(month)}`, last, last + 1, { direction, category, amount, counterparty })
        );
    };
    // The busier the artist, the fewer lessons; schools are closed in summer.
    const terms = [1, 1, 1, 1, 1, 0.8, 0.25, 0.2, 0.9, 1, 1, 0.7][monthOf(month)]!;
    if (teaches)
      add('teaching', 'revenue', (lessons * terms * random.factor(0.12)) / (1 + size / 40_000), 'Private lessons');
    const webshop =
      0.012 * size * [0.7, 0.7, 0.8, 0.9, 0.9, 1, 0.9, 0.8, 1, 1.1, 1.6, 1.9][monthOf(month)]! * random.factor(0.25);
    if (size > 1500 && !profile.functions) add('merch', 'revenue', webshop, 'Web shop');
    if (size > 25_000 && monthOf(month) % 6 === 2)
      add('sponsorship', 'revenue', 0.03 * size * random.factor(0.3), 'Instrument maker');
    // Who is known pays for an office, insurance and lawyers.
    const known = Math.max(0, size - 10_000);
    if (known > 0)
      entries.push(
        entry(profile, `office|${isoDate(month)}`, last, last + 1, {
          direction: 'expense',
          category: 'other',
          amount: 0.055 * known * random.factor(0.1),
          counterparty: 'Office, insurance and lawyers',
        })
      );
    // The manager's share of what does not come from shows.
    if (size > 12_000) add('commission', 'expense', 0.0026 * size * random.factor(0.1), 'Management');
    add(
      'other',
      'expense',
      room * (0.4 + 0.6 * Math.min(1, size / 2500)) * random.factor(0.08) + 0.002 * size,
      'Rehearsal room and software'
    );
    const spent = marketing.filter(({ occurredAt }) => occurredAt >= ms(month) && occurredAt <= ms(last));
    add(
      'marketing',
      'expense',
      spent.reduce((sum, { amount }) => sum + amount, 0)
    );
    return entries;
  });
}

const weekOf = (weeks: readonly Week[], day: Day): Week =>
  weeks[Math.min(weeks.length - 1, Math.max(0, Math.floor((day - weeks[0]!.start) / 7)))]!;

/** Records cost most of their money two months before they are out; an album may be paid for by its audience. */
function recordCosts(profile: Profile, weeks: readonly Week[], releases: readonly Release[]): LedgerEntry[] {
  const random = profile.chance('records');
  return releases.flatMap((release) => {
    const on = releaseDay(release) - random.int(40, 80);
    if (on < profile.from) return [];
    const { base } = weekOf(weeks, on);
    const usual = { album: 1500, ep: 650, live: 500, single: 240 }[release.type];
    const cost = usual * Math.max(0.2, Math.pow(base / 1500, 0.55)) * random.factor(0.2);
    const known = { work: release.title, amount: cost };
    const entries = [
      entry(profile, `recording|${release.key}`, on, on + 1, { direction: 'expense', category: 'recording', ...known }),
    ];
    if (release.type === 'album' && base > 1500 && base < 60_000 && (profile.flagship || random.chance(0.3))) {
      entries.push(
        entry(profile, `crowdfunding|${release.key}`, on - 20, on - 19, {
          direction: 'revenue',
          category: 'crowdfunding',
          work: release.title,
          amount: cost * random.between(0.6, 1.1),
        })
      );
    }
    return entries;
  });
}

const repairs = (profile: Profile, shocks: readonly Shock[]): LedgerEntry[] =>
  shocks
    .filter(({ kind }) => kind === 'breakdown')
    .map(({ start, title }) =>
      entry(profile, `repair|${start}`, start, start + 1, {
        direction: 'expense',
        category: 'equipment',
        amount: profile.chance(`repair ${start}`).between(500, 3200),
        counterparty: title,
      })
    );
