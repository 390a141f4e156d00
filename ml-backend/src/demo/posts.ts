import { dayMs, ms } from './calendar.ts';
import type { Profile } from './profile.ts';
import type { PlayedShow } from './show.ts';
import type { Release, SocialPost } from './types.ts';
import { platforms } from './versions.ts';

const after = [
  ['{city}, you were wonderful. Thank you for singing along.', 0.9],
  ['What a room, {venue}. We will be back.', 0.8],
  ['Still humming after {city}. Thanks to everybody who came early for the support.', 0.75],
  ['A quiet night in {city}, but those who came gave us everything.', 0.35],
  ['Long drive home from {city}. Worth it.', 0.5],
] as const;
const lost = [
  ['We are so sorry, {city}: we have to cancel. Refunds where you bought your ticket.', -0.6],
  ['No show in {city}. It hurts to write this. We will make it up to you.', -0.5],
] as const;
const out = [
  ['“{title}” is out today. It took us a year and it sounds like one.', 0.7],
  ['“{title}” is yours now. Play it loud.', 0.8],
  ['Finally: “{title}”. Tell us your favourite.', 0.75],
] as const;
const between = [
  ['Back in the rehearsal room. New songs, old jokes.', 0.4],
  ['Does anybody know a good luthier? Asking for a guitar.', -0.1],
  ['Writing week. Phones off.', 0.2],
  ['The van did not pass. Ideas welcome.', -0.55],
  ['Merch is packed, postcards are signed.', 0.5],
] as const;

/** What the artist wrote: after some shows, on release days, and in between. */
export function makePosts(
  profile: Profile,
  shows: readonly PlayedShow[],
  releases: readonly Release[],
  followersAt: (ms: number) => number
): SocialPost[] {
  const random = profile.chance('posts');
  const posts: SocialPost[] = [];
  const write = (
    day: number,
    hour: number,
    [text, sentiment]: readonly [string, number],
    words: Record<string, string>
  ) => {
    const at = ms(day) + Math.round(hour * 3_600_000);
    if (day < profile.from || at >= ms(profile.to)) return;
    const body = text.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '');
    const reactions = Math.round(followersAt(at) * 0.04 * (1 + 0.5 * Math.abs(sentiment)) * random.factor(0.5));
    posts.push({
      key: `instagram|${at}`,
      source: platforms,
      grain: 'instant',
      occurredAt: at,
      knownAt: at,
      supersededAt: null,
      member: profile.members[0]!.slug,
      platform: 'instagram',
      language: 'en',
      body,
      sentiment: Math.round(Math.min(1, Math.max(-1, sentiment + random.normal(0, 0.1))) * 100) / 100,
      reactions,
    });
  };
  for (const { plan, status, settledOn, venueName } of shows) {
    const words = { city: plan.city.name, venue: venueName };
    if (status === 'played' && plan.kind !== 'function' && random.chance(0.22))
      write(plan.day + 1, random.between(8, 14), random.pick(after), words);
    if (status === 'cancelled' && plan.kind !== 'function')
      write(settledOn!, random.between(9, 18), random.pick(lost), words);
  }
  for (const { occurredAt, title } of releases)
    write(occurredAt / dayMs, random.between(7, 9), random.pick(out), { title });
  for (let day = profile.from + 10; day < profile.to; day += random.int(35, 110))
    write(day, random.between(10, 22), random.pick(between), {});
  return posts;
}
