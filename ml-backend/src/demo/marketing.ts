import type { Profile } from './profile.ts';
import { expectedListeners } from './growth.ts';
import { releaseDay } from './releases.ts';
import type { PlayedShow } from './show.ts';
import type { MarketingSpend, Release } from './types.ts';
import { ofDay } from './versions.ts';

const channels = ['Instagram ads', 'YouTube ads', 'Playlist pitching', 'Radio plugger', 'Posters'];

/** Money around records and before tours; none in between. */
export function makeMarketing(
  profile: Profile,
  releases: readonly Release[],
  shows: readonly PlayedShow[]
): MarketingSpend[] {
  const random = profile.chance('marketing');
  const spends: MarketingSpend[] = [];
  const spend = (campaign: string, on: number, budget: number, parts: number) => {
    for (let i = 0; i < parts; i++) {
      const day = on + random.int(0, 24);
      const amount = Math.round((budget / parts) * random.factor(0.25) * 100) / 100;
      if (day < profile.from || day >= profile.to || amount < 5) continue;
      const channel = channels[(i + random.int(0, 2)) % channels.length]!;
      spends.push({
        ...ofDay(`${campaign}|${channel}|${day}|${i}`, day, day + 1),
        channel,
        campaign,
        territory: profile.city.country,
        amount,
        currency: profile.city.currency,
      });
    }
  };
  for (const release of releases) {
    const size = expectedListeners(profile, releaseDay(release));
    const weight = { album: 1, ep: 0.6, live: 0.4, single: 0.3 }[release.type];
    spend(release.title, releaseDay(release) - 14, weight * 9 * Math.sqrt(size), release.type === 'single' ? 2 : 4);
  }
  const tours = new Map<string, PlayedShow[]>();
  for (const show of shows) {
    if (show.plan.kind === 'tour') tours.set(show.plan.tour!, [...(tours.get(show.plan.tour!) ?? []), show]);
  }
  for (const [name, dates] of tours) {
    const size = expectedListeners(profile, dates[0]!.plan.day);
    spend(
      name,
      dates[0]!.plan.day - 35,
      dates.length * 4 * Math.pow(size / 1000, 0.4),
      Math.min(5, 1 + Math.ceil(dates.length / 5))
    );
  }
  return spends;
}
