import { ms } from './calendar.ts';
import { liveThrough } from './following.ts';
import { gigFacts } from './gigs.ts';
import { makeGoals } from './goals.ts';
import { drawOf, skillAt } from './growth.ts';
import { planIncidents } from './incidents.ts';
import { changeLabels, merchLabels, shockLabels, stageChanges, trialLabels } from './labels.ts';
import { makeMarketing } from './marketing.ts';
import { makeMilestones } from './milestones.ts';
import { bookEntries } from './money.ts';
import { makeCollaborations, makeOffers } from './network.ts';
import { planShows } from './plan.ts';
import type { Listening } from './plays.ts';
import { makePlays } from './plays.ts';
import { makePosts } from './posts.ts';
import { graduation, logBegins, makePractice, studentFactor } from './practice.ts';
import type { CareerOptions, Profile } from './profile.ts';
import { makeProfile } from './profile.ts';
import { makeReadings } from './readings.ts';
import { planReleases } from './releases.ts';
import { mostArtists } from './roster.ts';
import { royaltyEntries } from './royalties.ts';
import { withMerch } from './segments.ts';
import { makeSetlists } from './setlists.ts';
import { planShocks } from './shocks.ts';
import type { PlayedShow } from './show.ts';
import { makeAssessments } from './skills.ts';
import { makeSongs } from './songs.ts';
import { makeStages } from './stages.ts';
import { monthlyTotals } from './totals.ts';
import { planTrials } from './trials.ts';
import type { ChangePointLabel, Latent, Truth } from './truth.ts';
import type { AudienceReading, Career } from './types.ts';
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
  const fate = { releases, shocks, incidents: planIncidents(profile), trials: planTrials(profile) };
  const { weeks, shows } = liveThrough(world, profile, planShows(profile, releases), fate);
  const listening = makePlays(profile, weeks, fate);
  const { plays } = listening;
  const songs = makeSongs(profile, releases);
  const heard = makeReadings(profile, weeks, plays, fate);
  const { readings } = heard;
  const marketing = makeMarketing(profile, fate, shows);
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
  const stages = makeStages(profile, totals);
  const practice = makePractice(profile, daysOf(shows), shocks, fate.incidents);
  const known = <T extends Parameters<typeof knownBy>[0][number]>(facts: readonly T[]) => knownBy(facts, profile.to);
  const truth: Truth = {
    anomalies: [
      ...listening.labels,
      ...heard.labels,
      ...merchLabels(shows),
      ...practice.labels,
      ...shockLabels(shocks, shows, ledger, listening.spread),
    ].filter(({ start }) => start < profile.to),
    changePoints: [
      ...changeLabels(profile, fate, logBegins(profile), { streams: listening.spread, ...heard.spreads }),
      ...graduationLabel(profile),
    ],
    stageChanges: stageChanges(stages),
    elasticities: profile.functions
      ? []
      : [{ response: 'heads', driver: 'ticket_price', value: profile.traits.elasticity }],
    ...trialLabels(profile, fate, shows),
    latent: latentOf(profile, weeks.at(-1)!.base, listening.lifetime),
  };
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
    posts: known(makePosts(profile, shows, releases, followersAt(readings))),
    practice: known(practice.sessions),
    assessments: known(makeAssessments(profile)),
    goals: known(makeGoals(profile, totals)),
    milestones: known(makeMilestones(profile, shows, releases, totals, shocks)),
    stages: known(stages),
    collaborations: known(makeCollaborations(world, profile, releases, songs)),
    offers: known(makeOffers(world, profile)),
    segments: withMerch(profile, listening.segments, ledger),
    shocks: shocks.filter(({ start }) => ms(start) <= ms(profile.to)),
    truth,
  };
}

const daysOf = (shows: readonly PlayedShow[]) =>
  new Set(shows.filter(({ status }) => status === 'played').map(({ plan }) => plan.day));

function followersAt(readings: readonly AudienceReading[]): (at: number) => number {
  const followers = readings.filter(({ metric, platform }) => metric === 'followers' && platform === 'instagram');
  return (at) => followers.findLast(({ occurredAt }) => occurredAt <= at)?.value ?? followers[0]?.value ?? 0;
}

/** Who leaves the conservatory has less time to practise. */
function graduationLabel(profile: Profile): ChangePointLabel[] {
  const day = graduation(profile);
  if (!profile.traits.student || day <= logBegins(profile) || day >= profile.to) return [];
  const size = -Math.log(studentFactor);
  return [{ metric: 'practice_minutes', kind: 'level', day, until: null, size, sigmas: null, cause: 'End of studies' }];
}

function latentOf(profile: Profile, listeners: number, lifetime: Listening['lifetime']): Latent {
  const skill = skillAt(profile, profile.to);
  return {
    potential: profile.potential,
    skill,
    skillLimit: profile.skillLimit,
    loyalty: profile.loyalty,
    draw: drawOf(listeners, skill),
    student: profile.traits.student,
    lifetimeListeners: Math.round(lifetime.listeners),
    lifetimePlays: Math.round(lifetime.plays),
  };
}
