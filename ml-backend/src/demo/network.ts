import { ms } from './calendar.ts';
import { drawOf, expectedListeners, skillAt } from './growth.ts';
import { distance } from './places.ts';
import type { Profile } from './profile.ts';
import { releaseDay } from './releases.ts';
import { billingOf } from './roster.ts';
import type { Collaboration, Release, Song, VenueOffer } from './types.ts';
import { ofDay } from './versions.ts';
import type { World } from './world.ts';

const rosterSize = 60;

/** Works with other artists of the roster, mostly around records. */
export function makeCollaborations(
  world: World,
  profile: Profile,
  releases: readonly Release[],
  songs: readonly Song[]
): Collaboration[] {
  const random = profile.chance('collaborations');
  const works = releases.filter((release) => releaseDay(release) < profile.to && random.chance(0.28));
  return works.map((release) => {
    const on = releaseDay(release) - random.int(20, 120);
    let other = random.int(0, rosterSize - 1);
    if (other === profile.index) other = (other + 1) % rosterSize;
    const { name } = billingOf(world.order, other, random);
    const song = songs.find(({ playedFrom }) => playedFrom > on)?.title ?? release.title;
    const role = random.pick(['feature', 'co-writer', 'producer', 'remix', 'guest musician']);
    const day = Math.max(profile.from, on);
    return { ...ofDay(`${name}|${song}|${role}`, day, day + 1), otherName: name, work: song, role };
  });
}

/** What venues asked for: some old offers, and a few that wait for an answer. */
export function makeOffers(world: World, profile: Profile): VenueOffer[] {
  const random = profile.chance('offers');
  const near = world.venues.filter(
    ({ city }) => city.country === profile.city.country && distance(city, profile.city) < 1500
  );
  const offers: VenueOffer[] = [];
  const make = (made: number, status: VenueOffer['status']) => {
    const draw = drawOf(expectedListeners(profile, made), skillAt(profile, made));
    const fitting = near.filter(({ capacity }) => capacity > 0.8 * draw && capacity < 4 * draw + 60);
    const venue = random.pick(fitting.length > 0 ? fitting : near);
    const slotOn = made + random.int(40, 190);
    const guarantee = random.chance(0.6) ? Math.max(50, Math.round((draw * 5.5) / 25) * 25) : null;
    offers.push({
      ...ofDay(`${venue.key}|${slotOn}`, made, made),
      venue,
      slotOn,
      status,
      feeModel: guarantee === null ? 'door_split' : 'guarantee',
      guarantee,
      splitPercent: guarantee === null ? 70 : null,
      currency: venue.city.currency,
      expiresAt: ms(made + 45),
    });
  };
  for (let day = profile.from + random.int(60, 200); day < profile.to - 60; day += random.int(120, 320)) {
    make(day, random.pick(['accepted', 'declined', 'declined', 'expired']));
  }
  for (let n = random.int(2, 5); n > 0; n--) make(profile.to - random.int(2, 40), 'open');
  const seen = new Set<string>();
  return offers.filter(({ key }) => !seen.has(key) && seen.add(key));
}
