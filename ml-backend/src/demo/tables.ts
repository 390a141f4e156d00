import { isoDate } from './calendar.ts';
import { factTables } from './factTables.ts';
import { uuidOf } from './ids.ts';
import type { Identity, Rows } from './rows.ts';
import { each, versionColumns } from './rows.ts';
import { stageTables } from './stageTables.ts';
import type { Career } from './types.ts';

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
