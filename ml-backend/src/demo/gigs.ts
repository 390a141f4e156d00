import { ms } from './calendar.ts';
import type { PlayedShow } from './show.ts';
import type { Career, GigVersion } from './types.ts';
import { ofDay } from './versions.ts';

/** Each show as it was booked and, once the day has come, as it was played or lost. */
export function gigFacts(shows: readonly PlayedShow[]): Pick<Career, 'gigs' | 'tiers' | 'costs'> {
  const gigs: GigVersion[] = [];
  for (const show of shows) {
    const booked = bookedVersion(show);
    if (show.settledOn === null) {
      gigs.push(booked);
      continue;
    }
    gigs.push({ ...booked, supersededAt: ms(show.settledOn) }, settledVersion(show, booked, show.settledOn));
  }
  return {
    gigs,
    tiers: shows.flatMap(({ id, plan, tiers }) =>
      tiers.map((tier) => ({ ...tier, gig: id, currency: plan.city.currency }))
    ),
    costs: shows.flatMap(({ id, plan, costs }) =>
      costs.map((cost) => ({ ...cost, gig: id, currency: plan.city.currency }))
    ),
  };
}

function bookedVersion({ id, plan, venue, venueName, deal, support }: PlayedShow): GigVersion {
  return {
    ...ofDay(id, plan.day, plan.bookedOn),
    externalId: id,
    status: 'booked',
    title: null,
    tour: plan.tour,
    venue,
    venueName,
    city: plan.city,
    feeModel: deal.model,
    guarantee: deal.guarantee,
    splitPercent: deal.splitPercent,
    heads: null,
    capacity: deal.capacity,
    gross: null,
    netIncome: null,
    merch: null,
    support,
  };
}

const settledVersion = (show: PlayedShow, booked: GigVersion, settledOn: number): GigVersion => ({
  ...booked,
  knownAt: ms(settledOn),
  status: show.status,
  title: show.title,
  heads: show.heads,
  gross: show.gross,
  netIncome: show.income,
  merch: show.merch,
});
