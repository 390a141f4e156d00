import { isoDate } from './calendar.ts';
import type { CareerIds } from './ids.ts';
import { uuidOf } from './ids.ts';
import type { Career, Version } from './types.ts';

export type Value = string | number | boolean | Date | null;
export type Row = Record<string, Value>;

/** Where rows of a career go. `natural` is turned into source_key by the database. */
export interface Rows {
  table: string;
  rows: Iterable<Row>;
}

export interface Identity {
  ids: CareerIds;
  /** Ids of venues by key. */
  venues: ReadonlyMap<string, string>;
  /** Ids of the demo's artists by name. */
  artists: ReadonlyMap<string, string>;
}

export const versionColumns = ({ key, source, grain, occurredAt, knownAt, supersededAt }: Version): Row => ({
  natural: key,
  source,
  grain,
  occurred_at: new Date(occurredAt),
  known_at: new Date(knownAt),
  superseded_at: supersededAt === null ? null : new Date(supersededAt),
});

function* each<T>(list: readonly T[], row: (item: T) => Row): Iterable<Row> {
  for (const item of list) yield row(item);
}

/** A career as rows of the database, in the order in which they may be loaded. */
export function tablesOf(career: Career, identity: Identity): Rows[] {
  return [
    ...whoTables(career, identity),
    ...stageTables(career, identity),
    ...factTables(career, identity),
    ...outlookTables(career, identity),
  ];
}

function whoTables(career: Career, { ids }: Identity): Rows[] {
  const artist_id = ids.artist;
  return [
    {
      table: 'artist',
      rows: [
        {
          artist_id,
          slug: career.slug,
          name: career.name,
          genre: career.genre,
          city: career.city.name,
          country: career.city.country,
          time_zone: career.city.timeZone,
          reporting_currency: career.currency,
          started_on: isoDate(career.startedOn),
          is_demo: true,
        },
      ],
    },
    {
      table: 'member',
      rows: each(career.members, ({ slug, name, role, joinedOn, leftOn }) => ({
        artist_id,
        member_id: ids.member(slug),
        slug,
        name,
        role,
        joined_on: isoDate(joinedOn),
        left_on: leftOn === null ? null : isoDate(leftOn),
      })),
    },
    {
      table: 'song',
      rows: each(career.songs, (song) => ({
        artist_id,
        song_id: ids.song(song.title),
        title_key: song.title.toLowerCase(),
        title: song.title,
        isrc: song.isrc,
        duration_s: song.durationSeconds,
        musical_key: song.musicalKey,
        tempo_bpm: song.tempo,
        genre: song.genre,
      })),
    },
  ];
}

function stageTables(career: Career, { ids, venues }: Identity): Rows[] {
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

function factTables(career: Career, { ids }: Identity): Rows[] {
  const artist_id = ids.artist;
  return [
    {
      table: 'ledger_entry',
      rows: each(career.ledger, (entry) => ({
        ...versionColumns(entry),
        artist_id,
        direction: entry.direction,
        category: entry.category,
        counterparty: entry.counterparty,
        territory: entry.territory,
        work: entry.work,
        quantity: entry.quantity,
        amount: entry.amount,
        currency: entry.currency,
        gig_key: entry.gig === null ? null : ids.gig(entry.gig),
      })),
    },
    {
      table: 'marketing_spend',
      rows: each(career.marketing, (spend) => ({
        ...versionColumns(spend),
        artist_id,
        channel: spend.channel,
        campaign: spend.campaign,
        territory: spend.territory,
        amount: spend.amount,
        currency: spend.currency,
      })),
    },
    {
      table: 'audience_reading',
      rows: each(career.readings, (reading) => ({
        ...versionColumns(reading),
        artist_id,
        platform: reading.platform,
        metric: reading.metric,
        value: reading.value,
      })),
    },
    {
      table: 'release',
      rows: each(career.releases, (release) => ({
        ...versionColumns(release),
        artist_id,
        title: release.title,
        release_type: release.type,
        label: release.label,
        tracks: release.tracks,
      })),
    },
    {
      table: 'social_post',
      rows: each(career.posts, (post) => ({
        ...versionColumns(post),
        artist_id,
        member_id: ids.member(post.member),
        platform: post.platform,
        language: post.language,
        body: post.body,
        sentiment: post.sentiment,
        reactions: post.reactions,
      })),
    },
    {
      table: 'practice_session',
      rows: each(career.practice, (session) => ({
        ...versionColumns(session),
        artist_id,
        member_id: ids.member(session.member),
        minutes: session.minutes,
        focus: session.focus,
        quality: session.quality,
      })),
    },
    {
      table: 'skill_assessment',
      rows: each(career.assessments, (assessment) => ({
        ...versionColumns(assessment),
        artist_id,
        member_id: ids.member(assessment.member),
        skill: assessment.skill,
        score: assessment.score,
        assessor: assessment.assessor,
      })),
    },
  ];
}

function outlookTables(career: Career, { ids, artists }: Identity): Rows[] {
  const artist_id = ids.artist;
  return [
    {
      table: 'goal',
      rows: each(career.goals, (goal) => ({
        ...versionColumns(goal),
        artist_id,
        goal_key: uuidOf(artist_id, 'goal', goal.goal),
        title: goal.title,
        metric: goal.metric,
        target: goal.target,
        set_on: isoDate(goal.setOn),
        deadline: isoDate(goal.deadline),
        status: goal.status,
        reached_on: goal.reachedOn === null ? null : isoDate(goal.reachedOn),
      })),
    },
    {
      table: 'milestone',
      rows: each(career.milestones, (milestone) => ({
        ...versionColumns(milestone),
        artist_id,
        title: milestone.title,
        metric: milestone.metric,
        value: milestone.value,
      })),
    },
    {
      table: 'stage_history',
      rows: each(career.stages, (stage) => ({
        ...versionColumns(stage),
        artist_id,
        stage: stage.stage,
        ended_on: stage.endedOn === null ? null : isoDate(stage.endedOn),
      })),
    },
    {
      table: 'collaboration',
      rows: each(career.collaborations, (work) => ({
        ...versionColumns(work),
        artist_id,
        other_artist_id: artists.get(work.otherName) ?? null,
        other_name: work.otherName,
        work: work.work,
        role: work.role,
      })),
    },
  ];
}
