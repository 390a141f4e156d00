import type { Day } from './calendar.ts';
import { dayMs, dayOf, ms, weekday } from './calendar.ts';
import { expectedListeners } from './growth.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import type { Release } from './types.ts';
import { titles } from './words.ts';

const labels = ['Tidewater Records', 'Slow Lantern', 'Second Floor', 'Northlight Music', 'Papercut Discs', 'Half Mile'];

/** Records in the order they came out, with those that are announced by the end. */
export function planReleases(profile: Profile): Release[] {
  if (profile.functions) return [];
  const random = profile.chance('releases');
  const taken = new Set<string>();
  const releases: Release[] = [];
  const horizon = profile.to + 150;
  let number = 0;
  let day = profile.from + random.int(profile.flagship ? 150 : 60, profile.flagship ? 200 : 420);
  while (day < horizon) {
    const type = typeOf(profile, number++, random);
    const [title] = titles(random, 1, taken);
    const on = toFriday(day);
    for (const lead of type === 'album' ? [98, 42] : type === 'ep' ? [35] : []) {
      if (on - lead > profile.from && random.chance(0.85))
        releases.push(make(profile, titles(random, 1, taken)[0]!, 'single', toFriday(on - lead), random));
    }
    releases.push(make(profile, title!, type, on, random));
    day = on + gapAfter(type, random);
  }
  return releases.filter(({ knownAt }) => knownAt <= ms(profile.to)).sort((a, b) => a.occurredAt - b.occurredAt);
}

function typeOf({ flagship, from, genre }: Profile, number: number, random: Random): Release['type'] {
  if (flagship) return (['ep', 'single', 'album', 'single', 'album', 'live', 'ep', 'album'] as const)[number % 8]!;
  if (number === 0 && from > dayOf(2000, 0, 1)) return random.chance(0.6) ? 'ep' : 'single';
  const live = genre === 'jazz' || genre === 'classical' ? 0.2 : 0.06;
  return random.weighted(
    ['album', 'ep', 'single', 'live'] as const,
    (type) => ({ album: 0.34, ep: 0.26, single: 0.4 - live, live })[type]
  );
}

function gapAfter(type: Release['type'], random: Random): number {
  const usual = { album: 420, live: 240, ep: 280, single: 150 }[type];
  return Math.round(usual * random.factor(0.25));
}

function make(profile: Profile, title: string, type: Release['type'], on: Day, random: Random): Release {
  const size = expectedListeners(profile, on);
  const announced = on - { album: 70, live: 45, ep: 40, single: 21 }[type];
  return {
    key: `${type}|${title}`,
    source: 'demo',
    grain: 'day',
    occurredAt: ms(on),
    knownAt: ms(announced),
    supersededAt: null,
    title,
    type,
    tracks: { album: random.int(9, 12), live: random.int(11, 15), ep: random.int(4, 6), single: 1 }[type],
    label: size > 20_000 ? labels[profile.index % labels.length]! : null,
  };
}

/** Records come out on Fridays. */
const toFriday = (day: Day): Day => day - ((weekday(day) + 3) % 7);

export const releaseDay = (release: Release): Day => release.occurredAt / dayMs;
