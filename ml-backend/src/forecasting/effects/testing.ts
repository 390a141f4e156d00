import type { Career } from '../../demo/types.ts';
import type { Story } from './events.ts';
import type { TicketedShow } from './shows.ts';

const day = 86_400_000;
const live = <T extends { supersededAt: number | null }>(facts: readonly T[]): T[] =>
  facts.filter(({ supersededAt }) => supersededAt === null);

/** What an artist itself could know of its ticketed shows. */
export function showsOf(career: Career): TicketedShow[] {
  const tiers = Map.groupBy(career.tiers, ({ gig }) => gig);
  const named = new Set(career.marketing.flatMap(({ campaign }) => campaign?.split(' ') ?? []));
  const listeners = live(career.readings).filter(({ metric }) => metric === 'listeners');
  return live(career.gigs).flatMap((gig) => {
    const tier = tiers.get(gig.externalId)?.toSorted((a, b) => b.available - a.available)[0];
    if (gig.status !== 'played' || !tier || gig.heads === null || !gig.capacity) return [];
    const before = listeners.findLast(({ occurredAt }) => occurredAt <= gig.occurredAt) ?? listeners[0];
    return [
      {
        time: gig.occurredAt,
        city: gig.city.name,
        place: gig.city === career.city ? 'home' : gig.city.country === career.city.country ? 'country' : 'abroad',
        capacity: gig.capacity,
        price: tier.facePrice,
        currency: tier.currency,
        tour: gig.tour !== null,
        promoted: named.has(gig.externalId),
        listeners: before?.value ?? NaN,
        outcome: gig.heads,
      },
    ];
  });
}

/** Streams by week, with shows, releases and campaigns that belong to neither. */
export function streamsOf(career: Career): Story {
  const streams = live(career.readings).filter(({ metric }) => metric === 'streams');
  const start = mondayAfter(streams[0]!.occurredAt);
  const length = Math.floor((streams.at(-1)!.occurredAt + day - start) / (7 * day));
  const sums = new Float64Array(length);
  for (const { occurredAt, value } of streams) {
    const week = Math.floor((occurredAt - start) / (7 * day));
    if (week >= 0 && week < length) sums[week]! += value;
  }
  const listeners = live(career.readings).filter(({ metric }) => metric === 'listeners');
  const heard = (time: number) => (listeners.findLast(({ occurredAt }) => occurredAt <= time) ?? listeners[0]!).value;
  const named = new Set([...career.releases.map(({ title }) => title), ...career.gigs.map(({ tour }) => tour)]);
  const on = (kind: string, time: number, dose = 1) => ({ kind, start: time, end: time, dose });
  return {
    grid: { start, frequency: 'week', length },
    logs: sums.map((sum) => (sum > 0 ? Math.log(sum) : NaN)),
    events: [
      ...live(career.gigs)
        .filter(({ status, heads }) => status === 'played' && heads)
        .map(({ occurredAt, heads }) => on('show', occurredAt, heads! / heard(occurredAt))),
      ...career.releases.map(({ occurredAt }) => on('release', occurredAt)),
      ...career.marketing
        .filter(({ channel, campaign }) => channel === 'Playlist pitching' && !named.has(campaign))
        .map(({ occurredAt }) => on('campaign', occurredAt)),
    ],
  };
}

const mondayAfter = (time: number) => {
  const date = Math.floor(time / day);
  return (date - ((date + 3) % 7) + 7) * day;
};
