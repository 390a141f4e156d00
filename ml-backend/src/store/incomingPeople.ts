import { sql } from 'kysely';
import type { TenantTx } from './connection.ts';
import type { FactIdentity, FactTarget, Resolved } from './factTarget.ts';

/** What a file says of whose fact a row is. */
const person = [
  ['member_slug', 'text'],
  ['member_name', 'text'],
] as const;

/** Practice of members on its way in; two sessions of one day with one focus are two sessions. */
export const practiceTarget: FactTarget = {
  table: 'practice_session',
  repeats: 'number',
  columns: [
    ['minutes', 'double precision'],
    ['focus', 'text'],
    ['quality', 'double precision'],
    ['member_id', 'uuid'],
  ],
  staged: person,
  identify: findMembers,
};

/** Assessments of members' skills on their way in. */
export const skillTarget: FactTarget = {
  table: 'skill_assessment',
  repeats: 'reject',
  columns: [
    ['skill', 'text'],
    ['score', 'double precision'],
    ['assessor', 'text'],
    ['member_id', 'uuid'],
  ],
  staged: person,
  identify: findMembers,
};

interface Member {
  slug: string;
  name: string;
}

const membersOf = async (tx: TenantTx, artistId: string): Promise<Member[]> =>
  (await sql<Member>`SELECT slug, name FROM member WHERE artist_id = ${artistId} ORDER BY slug`.execute(tx)).rows;

/**
 * Finds the member of every row. An artist without members gets those that the file names, or, where it names none,
 * one by the artist's own name; once there are members, a name that is none of theirs is an error in the file.
 */
async function findMembers(tx: TenantTx, { artistId }: FactIdentity): Promise<Resolved> {
  let members = await membersOf(tx, artistId);
  const notices: Resolved['notices'] = [];
  if (members.length === 0) {
    await addMembers(tx, artistId);
    members = await membersOf(tx, artistId);
    if (members.length > 0) notices.push(made(members));
  }
  const only = members.length === 1 ? members[0]!.slug : null;
  // The key begins with whose fact it is, so that a later file that names the only member means the same row.
  await sql`UPDATE incoming SET member_slug = ${only}, natural_key = ${only} || natural_key
    WHERE member_slug IS NULL AND ${only}::text IS NOT NULL`.execute(tx);
  await sql`UPDATE incoming SET member_id = member.member_id FROM member
    WHERE member.artist_id = ${artistId} AND member.slug = incoming.member_slug`.execute(tx);
  const { rows } = await sql<{ line: number; value: string | null }>`
    WITH out AS (DELETE FROM incoming WHERE member_id IS NULL RETURNING line, member_name AS value)
    SELECT line, value FROM out ORDER BY line`.execute(tx);
  const known = members.map(({ name }) => name).slice(0, 10);
  const rejected = rows.map(({ line, value }) => ({
    line,
    column: 'member',
    value: value ?? '',
    code: 'IMPORT_UNKNOWN_MEMBER',
    reason: value
      ? `"${value}" is no member; there are ${known.join(', ')}. Import the format members first to add one`
      : `the row does not say whose it is; there are ${known.join(', ')}`,
  }));
  return { rejected, notices };
}

/** A name as members' slugs are written. */
const slugOfName = sql`trim('-' FROM regexp_replace(
  regexp_replace(normalize(lower(name), NFKD), U&'[\\0300-\\036F]', '', 'g'), '[^a-z0-9]+', '-', 'g'))`;

async function addMembers(tx: TenantTx, artistId: string): Promise<void> {
  await sql`INSERT INTO member (tenant_id, artist_id, slug, name)
    SELECT DISTINCT ON (member_slug) ${tx.tenantId}::uuid, ${artistId}::uuid, member_slug, member_name
    FROM incoming WHERE member_slug IS NOT NULL ORDER BY member_slug, line`.execute(tx);
  await sql`INSERT INTO member (tenant_id, artist_id, slug, name)
    SELECT tenant_id, artist_id, coalesce(nullif(${slugOfName}, ''), slug), name FROM artist
    WHERE artist_id = ${artistId} AND EXISTS (SELECT FROM incoming)
      AND NOT EXISTS (SELECT FROM member WHERE member.artist_id = ${artistId})`.execute(tx);
}

const made = (members: Member[]) => ({
  code: 'IMPORT_MEMBERS_MADE',
  text: `${members.length === 1 ? 'one member was' : `${members.length} members were`} added: ${members
    .slice(0, 10)
    .map(({ name }) => name)
    .join(', ')}${members.length > 10 ? ', …' : ''}`,
});
