import type { Profile } from './profile.ts';
import { expectedListeners } from './growth.ts';
import { releaseDay } from './releases.ts';
import type { PlayedShow } from './show.ts';
import type { Fate } from './following.ts';
import { mailingLead } from './trials.ts';
import type { MarketingSpend } from './types.ts';
import { ofDay } from './versions.ts';

const channels = ['Instagram ads', 'YouTube ads', 'Playlist pitching', 'Radio plugger', 'Posters'];

/** Money around records and before tours, and what the trials cost; none in between. */
export function makeMarketing(
  profile: Profile,
  { releases, trials }: Fate,
  shows: readonly PlayedShow[]
): MarketingSpend[] {
  const random = profile.chance('marketing');
  const spends: MarketingSpend[] = [];
  const put = (campaign: string, channel: string, day: number, budget: number, territory = profile.city.country) => {
    const amount = Math.round(budget * 100) / 100;
    if (day < profile.from || day >= profile.to) return;
    const key = `${campaign}|${channel}|${day}|${spends.length}`;
    const currency = profile.city.currency;
    spends.push({ ...ofDay(key, day, day + 1), channel, campaign, territory, amount, currency });
  };
  const spend = (campaign: string, on: number, budget: number, parts: number) => {
    for (let i = 0; i < parts; i++) {
      const day = on + random.int(0, 24);
      const amount = (budget / parts) * random.factor(0.25);
      const channel = channels[(i + random.int(0, 2)) % channels.length]!;
      if (amount >= 5) put(campaign, channel, day, amount);
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
  for (const { mailed, plan, id, heads } of shows) {
    if (mailed) put(`Mailing for ${id}`, 'E-mail', plan.day - mailingLead, 4 + 0.03 * (heads ?? 60), plan.city.country);
  }
  const { pitching } = trials;
  if (pitching?.treated)
    put('Playlist trial', 'Playlist pitching', pitching.on, 20 + Math.sqrt(expectedListeners(profile, pitching.on)));
  return spends;
}
