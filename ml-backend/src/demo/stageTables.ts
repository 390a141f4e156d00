import { isoDate } from './calendar.ts';
import type { Identity, Rows } from './rows.ts';
import { each, versionColumns } from './rows.ts';
import type { Career } from './types.ts';

/** Shows with their tickets, costs, setlists and offers. */
export function stageTables(career: Career, { ids, venues }: Identity): Rows[] {
  const artist_id = ids.artist;
  return [
    {
      table: 'gig',
      rows: each(career.gigs, (gig) => ({
        ...versionColumns(gig),
        artist_id,
        gig_key: ids.gig(gig.externalId),
        external_id: gig.externalId,
        status: gig.status,
        title: gig.title,
        tour: gig.tour,
        venue_id: gig.venue ? (venues.get(gig.venue.key) ?? null) : null,
        venue_name: gig.venueName,
        city: gig.city.name,
        country: gig.city.country,
        time_zone: gig.city.timeZone,
        fee_model: gig.feeModel,
        guarantee: gig.guarantee,
        split_percent: gig.splitPercent,
        currency: gig.city.currency,
        heads: gig.heads,
        capacity: gig.capacity,
        gross: gig.gross,
        net_income: gig.netIncome,
        merch: gig.merch,
        support: gig.support,
      })),
    },
    {
      table: 'gig_ticket_tier',
      rows: each(career.tiers, ({ gig, tier, facePrice, currency, available, sold }) => ({
        artist_id,
        gig_key: ids.gig(gig),
        tier,
        face_price: facePrice,
        currency,
        available,
        sold,
      })),
    },
    {
      table: 'gig_cost',
      rows: each(career.costs, ({ gig, kind, amount, currency }) => ({
        artist_id,
        gig_key: ids.gig(gig),
        kind,
        amount,
        currency,
      })),
    },
    {
      table: 'setlist_entry',
      rows: each(career.setlists, (entry) => ({
        ...versionColumns(entry),
        artist_id,
        gig_key: ids.gig(entry.gig),
        position: entry.position,
        song_id: ids.song(entry.song),
        encore: entry.encore,
        engagement: entry.engagement,
      })),
    },
    {
      table: 'venue_offer',
      rows: each(career.offers, (offer) => ({
        ...versionColumns(offer),
        artist_id,
        venue_id: venues.get(offer.venue.key) ?? null,
        slot_on: isoDate(offer.slotOn),
        status: offer.status,
        fee_model: offer.feeModel,
        guarantee: offer.guarantee,
        split_percent: offer.splitPercent,
        currency: offer.currency,
        expires_at: new Date(offer.expiresAt),
      })),
    },
  ];
}
