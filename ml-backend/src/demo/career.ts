import { ms } from './calendar.ts';
import { liveThrough } from './following.ts';
import { gigFacts } from './gigs.ts';
import { makeGoals } from './goals.ts';
import { makePlays, makeReadings } from './listening.ts';
import { makeMarketing } from './marketing.ts';
import { makeMilestones } from './milestones.ts';
import { bookEntries } from './money.ts';
import { makeCollaborations, makeOffers } from './network.ts';
import { planShows } from './plan.ts';
import { makePosts } from './posts.ts';
import { makePractice } from './practice.ts';
import type { CareerOptions } from './profile.ts';
import { makeProfile } from './profile.ts';
import { planReleases } from './releases.ts';
import { mostArtists } from './roster.ts';
import { royaltyEntries } from './royalties.ts';
import { makeSetlists } from './setlists.ts';
import { planShocks } from './shocks.ts';
import { makeAssessments } from './skills.ts';
import { makeSongs } from './songs.ts';
import { makeStages } from './stages.ts';
import { monthlyTotals } from './totals.ts';
import type { Career } from './types.ts';
import { knownBy } from './versions.ts';
import type { World } from './world.ts';
import { makeWorld } from './world.ts';

/**
 * One fictional career, the same for the same arguments on every machine.
 * @param seed   whole number; with it everything about every artist changes but the name of number 0
 * @param index  which artist of the seed, from 0
 * @param options.years  years of history before `options.end`; options.end: nothing that became known later is in it
 * @returns facts with all their versions as they were known, amounts in the currency of the row, no database ids
 * @throws RangeError for an index or a number of years that the simulator does not have
 */
export function simulateCareer(seed: number, index: number, options: CareerOptions & { world?: World }): Career {
  if (index < 0 || index >= mostArtists) throw new RangeError(`artist ${index} is not in 0 to ${mostArtists - 1}`);
  if (options.years < 1 || options.years > 30) throw new RangeError(`${options.years} years is not in 1 to 30`);
  const world = options.world ?? makeWorld(seed);
  const profile = makeProfile(world, index, options);
  const releases = planReleases(profile);
  const shocks = planShocks(profile);
  const { weeks, shows } = liveThrough(world, profile, planShows(profile, releases), releases, shocks);
  const plays = makePlays(profile, weeks);
  const songs = makeSongs(profile, releases);
  const readings = makeReadings(profile, weeks, plays);
  const marketing = makeMarketing(profile, releases, shows);
  const stage = gigFacts(shows);
  const ledger = [
    ...bookEntries(profile, weeks, shows, releases, shocks, marketing),
    ...royaltyEntries(profile, plays, releases, shocks),
  ];
  const totals = monthlyTotals(
    { gigs: stage.gigs, ledger, readings, currency: profile.city.currency },
    profile.from,
    profile.to
  );
  const showDays = new Set(shows.filter(({ status }) => status === 'played').map(({ plan }) => plan.day));
  const followers = readings.filter(({ metric, platform }) => metric === 'followers' && platform === 'instagram');
  const followersAt = (at: number) =>
    followers.findLast(({ occurredAt }) => occurredAt <= at)?.value ?? followers[0]?.value ?? 0;
  const known = <T extends Parameters<typeof knownBy>[0][number]>(facts: readonly T[]) => knownBy(facts, profile.to);
  return {
    slug: profile.slug,
    name: profile.name,
    genre: profile.genre,
    city: profile.city,
    currency: profile.city.currency,
    startedOn: profile.startedOn,
    members: profile.members,
    songs,
    gigs: known(stage.gigs),
    tiers: stage.tiers,
    costs: stage.costs,
    setlists: known(makeSetlists(profile, shows, songs)),
    ledger: known(ledger),
    marketing: known(marketing),
    readings: known(readings),
    releases: known(releases),
    posts: known(makePosts(profile, shows, releases, followersAt)),
    practice: known(makePractice(profile, showDays, shocks)),
    assessments: known(makeAssessments(profile)),
    goals: known(makeGoals(profile, totals)),
    milestones: known(makeMilestones(profile, shows, releases, totals, shocks)),
    stages: known(makeStages(profile, totals)),
    collaborations: known(makeCollaborations(world, profile, releases, songs)),
    offers: known(makeOffers(world, profile)),
    shocks: shocks.filter(({ start }) => ms(start) <= ms(profile.to)),
  };
}
