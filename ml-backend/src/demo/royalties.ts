import type { Day } from './calendar.ts';
import { isoDate, monthsBetween, ms, nextMonth } from './calendar.ts';
import { payoutOf, storesOf } from './payouts.ts';
import type { Plays } from './plays.ts';
import { playsBetween } from './plays.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import { releaseDay } from './releases.ts';
import type { LedgerEntry, Release, Shock } from './types.ts';
import { distributor, ofMonth } from './versions.ts';

/** Monthly statements in dollars, two to three months late; one row in fifty is corrected by the next statement. */
export function royaltyEntries(
  profile: Profile,
  plays: Plays,
  releases: readonly Release[],
  shocks: readonly Shock[]
): LedgerEntry[] {
  const random = profile.chance('royalties');
  const abroad = random.shuffle(
    ['US', 'GB', 'DE', 'FR', 'NL', 'ES', 'CA', 'AU'].filter((code) => code !== profile.city.country)
  );
  const all = storesOf(profile.city);
  const entries: LedgerEntry[] = [];
  for (const month of monthsBetween(profile.from, profile.to)) {
    const known = nextMonth(month, 2) + random.int(14, 40);
    const streams = playsBetween(plays, month, nextMonth(month));
    const yearly = playsBetween(plays, month - 330, nextMonth(month));
    const tracks = trackCount(releases, month);
    const row = (store: string, territory: string, quantity: number, amount: number, category = 'streaming'): void => {
      if (amount < 0.01) return;
      const key = `${category}|${store}|${territory}|${isoDate(month)}`;
      const entry = revenue(
        key,
        month,
        known,
        category,
        store,
        territory,
        Math.round(quantity),
        Math.round(amount * 1e4) / 1e4
      );
      entries.push(...(random.chance(0.02) ? corrected(entry, random) : [entry]));
    };
    for (const store of all) {
      const { name, share, abroad: split } = store;
      const paid = name === 'Spotify' ? eligibleShare(yearly, tracks) : 1;
      const count = streams * share * random.factor(0.04);
      const rate = payoutOf(store, random) * paid;
      const places: Array<[string, number]> =
        split && streams > 3000
          ? [
              [profile.city.country, 0.55],
              [abroad[0]!, 0.28],
              [abroad[1]!, 0.17],
            ]
          : [[profile.city.country, 1]];
      for (const [territory, part] of places) row(name, territory, count * part, count * part * rate);
    }
    const bought = random.poisson(streams * 0.00012 + (isFresh(releases, month) ? streams * 0.0003 : 0));
    row('iTunes', profile.city.country, bought, bought * 0.69, 'download');
  }
  return [...entries, ...placements(profile, plays, shocks, random)];
}

const trackCount = (releases: readonly Release[], day: Day): number =>
  6 + releases.reduce((sum, release) => sum + (releaseDay(release) <= day ? release.tracks : 0), 0);

const isFresh = (releases: readonly Release[], month: Day): boolean =>
  releases.some((release) => releaseDay(release) >= month - 31 && releaseDay(release) < nextMonth(month));

/** Spotify pays nothing for a track below 1,000 plays a year; plays over tracks fall off as 1 / rank. */
export function eligibleShare(yearly: number, tracks: number): number {
  let total = 0;
  let paid = 0;
  for (let rank = 1; rank <= tracks; rank++) total += 1 / rank;
  for (let rank = 1; rank <= tracks; rank++) if (yearly / rank / total >= 1000) paid += 1 / rank;
  return paid / total;
}

function revenue(
  key: string,
  month: Day,
  known: Day,
  category: string,
  counterparty: string,
  territory: string,
  quantity: number,
  amount: number
): LedgerEntry {
  const version = ofMonth(key, month, known, distributor);
  return {
    ...version,
    direction: 'revenue',
    category,
    counterparty,
    territory,
    work: null,
    quantity,
    amount,
    currency: 'USD',
    gig: null,
  };
}

function corrected(entry: LedgerEntry, random: Random): LedgerEntry[] {
  const at = entry.knownAt + ms(random.int(25, 35));
  const first = Math.round(entry.amount * random.between(0.85, 1.12) * 1e4) / 1e4;
  return [
    { ...entry, amount: first, supersededAt: at },
    { ...entry, knownAt: at },
  ];
}

/** A song in a film or a series pays once, with the statement of its month. */
function placements(profile: Profile, plays: Plays, shocks: readonly Shock[], random: Random): LedgerEntry[] {
  return shocks
    .filter(({ kind }) => kind === 'placement')
    .map(({ start, title }) => {
      const month = nextMonth(start, 0);
      const weekly = playsBetween(plays, start - 90, start) / 13;
      const fee = Math.round(Math.min(18_000, 1200 + 40 * Math.sqrt(weekly)) * random.factor(0.3));
      const known = nextMonth(month, 2) + 20;
      const entry = revenue(
        `sync|${isoDate(start)}`,
        month,
        known,
        'sync',
        'Sync agency',
        profile.city.country,
        1,
        fee
      );
      return { ...entry, work: title };
    });
}
