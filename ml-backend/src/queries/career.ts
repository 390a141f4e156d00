import type { Notice } from '../frames/frame.ts';
import type { Artist } from '../store/artists.ts';
import { dataAsOf } from '../store/asOf.ts';
import { loadGoals, loadMilestones, loadReleases, loadStages } from '../store/career.ts';
import type { TenantTx } from '../store/connection.ts';
import type { Gig } from '../store/gigs.ts';
import { loadGigs } from '../store/gigs.ts';
import { judgeGoals } from './goalChances.ts';
import type { Items } from './timelineItems.ts';
import {
  goalItems,
  milestoneItems,
  releaseItems,
  showItems,
  stageItems,
  tourItems,
  unusualItems,
} from './timelineItems.ts';
import type { TimeRange } from './type.ts';

export const careerKinds = ['stage', 'tour', 'show', 'release', 'milestone', 'goal', 'unusual'] as const;
export type CareerKind = (typeof careerKinds)[number];

export interface Career {
  /** One a kind that is wanted, in the order of `careerKinds`. */
  items: Items[];
  /** Epoch ms up to which the data tell a story: "now" in a career. */
  until: number;
}

interface CareerRequest {
  artists: Artist[];
  /** Empty means all. */
  kinds: readonly CareerKind[];
  asOf: Date;
  now: Date;
  timeRange: TimeRange;
}

/** What happened and is due in careers, with a handful of statements however many artists there are. */
export async function collectCareer(
  tx: TenantTx,
  { artists, kinds, asOf, now, timeRange }: CareerRequest
): Promise<Career> {
  const ids = artists.map(({ artistId }) => artistId);
  if (ids.length === 0) return { items: [], until: now.getTime() };
  const wants = (...some: CareerKind[]) => kinds.length === 0 || some.some((kind) => kinds.includes(kind));
  const gigs = wants('tour', 'show', 'milestone', 'unusual') ? await loadGigs(tx, ids, asOf) : [];
  const until = await storyEnd(tx, artists, asOf, now);
  const items: Items[] = [];
  if (wants('stage')) items.push(stageItems(artists, await loadStages(tx, ids, asOf)));
  if (wants('tour')) items.push(tourItems(artists, gigs, until));
  if (wants('show')) items.push(showsThatFit(artists, gigs, timeRange));
  if (wants('release')) items.push(releaseItems(artists, await loadReleases(tx, ids, asOf)));
  if (wants('milestone')) items.push(milestoneItems(artists, await loadMilestones(tx, ids, asOf), gigs));
  if (wants('goal')) {
    const goals = await loadGoals(tx, ids, asOf);
    items.push(goalItems(artists, await judgeGoals(tx, goals, asOf < now), until));
  }
  if (wants('unusual')) items.push(unusualItems(artists, gigs, until));
  return { items, until };
}

async function storyEnd(tx: TenantTx, artists: Artist[], asOf: Date, now: Date): Promise<number> {
  const ends = await dataAsOf(tx, artists, asOf);
  const end = Math.max(...[...ends.values()].map((until) => until.getTime()));
  return Number.isFinite(end) ? end : now.getTime();
}

/** Shows of one answer; the longest career on record has 3,000. */
const mostShows = 30_000;

/** All shows, so that a panel can zoom without asking again; of more than fit, those in the time range, the latest first. */
function showsThatFit(artists: Artist[], gigs: Gig[], { from, to }: TimeRange): Items {
  if (gigs.length <= mostShows) return showItems(artists, gigs);
  const inRange = gigs.filter(({ time }) => time !== null && time >= from && time <= to);
  const shown = showItems(artists, inRange.slice(-mostShows));
  const count = (n: number) => n.toLocaleString('en-US');
  const text = `${count(gigs.length)} shows are too many at once: drawn are ${count(shown.rows)} of the ${count(inRange.length)} in the time range`;
  const notice: Notice = { severity: 'warning', text };
  return { ...shown, notices: [notice, ...shown.notices] };
}
