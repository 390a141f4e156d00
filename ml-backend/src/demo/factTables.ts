import type { Identity, Rows } from './rows.ts';
import { each, versionColumns } from './rows.ts';
import type { Career } from './types.ts';

/** Money, audience and practice. */
export function factTables(career: Career, { ids }: Identity): Rows[] {
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
