import { sql } from 'kysely';
import { fixture, liveRows } from '../fixtures/fixture.ts';
import { counts, importBench, rejections } from '../testing.ts';
import type { ImportBench } from '../testing.ts';
import { skillGroups } from '../values/skill.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const now = new Date('2024-06-15T12:00:00Z');
const load = (format: string | undefined, file: string, extra = {}) => bench.load(format, file, { now, ...extra });
const rejected = async (format: string, file: string) => rejections(await load(format, file));
const who = '(SELECT name FROM member AS m WHERE m.member_id = t.member_id) AS who';
const members = () =>
  liveRows(bench, 'member', 'slug, name, role, joined_on::text AS joined, left_on::text AS left', 'name');

describe('a file of members', () => {
  it('lands who plays what since when', async () => {
    const outcome = await load(undefined, await fixture('members.csv'));
    expect(outcome.format).toBe('members');
    expect(await members()).toEqual([
      { slug: 'ana-maria', name: 'Ana María', role: 'voice and guitar', joined: '2019-03-01', left: null },
      { slug: 'bo-lind', name: 'Bo Lind', role: 'drums', joined: '2019-03-01', left: '2022-06-30' },
      { slug: expect.stringMatching(/^n-/), name: 'Юлия', role: 'bass', joined: '2022-07-01', left: null },
    ]);
  });

  it('changes nothing the second time; a later file rewrites what it says and nothing else', async () => {
    const file = await fixture('members.csv');
    await load('members', file);
    expect(counts(await load('members', file))).toEqual([0, 0, 3, 0]);
    expect(counts(await load('members', 'name,role\nana maria,voice\nBo Lind,\n'))).toEqual([0, 1, 1, 0]);
    expect(await members()).toContainEqual({
      slug: 'ana-maria',
      name: 'ana maria',
      role: 'voice',
      joined: '2019-03-01',
      left: null,
    });
  });

  it('names rows without a name, with a month, twice the same, or leaving before joining', async () => {
    await load('members', 'name,joined\nBo,2019-03-01\n');
    const file = 'name,joined,left\n,2019-01-01,\nCy,2019-05,\nDi,2020-01-01,2019-01-01\nEd,,\nED,,\nBo,,2018-01-01\n';
    expect(await rejected('members', file)).toEqual([
      [2, 'name', '', 'IMPORT_MISSING_VALUE'],
      [3, 'joined', '2019-05', 'IMPORT_BAD_DATE'],
      [4, 'left', '2019-01-01', 'IMPORT_BAD_DATE'],
      [6, 'name', 'ed', 'IMPORT_REPEATED_KEY'],
      [7, 'left', '2018-01-01', 'IMPORT_BAD_DATE'],
    ]);
  });
});

describe('a practice log', () => {
  const sessions = () =>
    liveRows(
      bench,
      'practice_session',
      `occurred_at::date::text AS day, ${who}, minutes, focus, quality`,
      '1, who, minutes'
    );

  it('lands every session with its member, adding the members of an artist who has none', async () => {
    const outcome = await load(undefined, await fixture('practice.csv'));
    expect(outcome.format).toBe('practice');
    expect(outcome.report.notices).toContainEqual({
      code: 'IMPORT_MEMBERS_MADE',
      text: '2 members were added: Ana María, Bo Lind',
    });
    expect(await sessions()).toEqual([
      { day: '2024-05-01', who: 'Ana María', minutes: 45, focus: 'new songs', quality: 7 },
      { day: '2024-05-01', who: 'Ana María', minutes: 90, focus: 'technique', quality: null },
      { day: '2024-05-02', who: 'Bo Lind', minutes: 30, focus: null, quality: null },
      { day: '2024-05-02', who: 'Bo Lind', minutes: 90, focus: null, quality: 8 },
    ]);
  });

  it('changes nothing the second time; a restated session supersedes', async () => {
    const file = await fixture('practice.csv');
    await load('practice', file);
    expect(counts(await load('practice', file))).toEqual([0, 0, 4, 0]);
    expect(counts(await load('practice', file.replace('45,new songs,7', '50,new songs,7')))).toEqual([0, 1, 3, 0]);
  });

  it('is the only member’s where it names none, whether a later file does or not', async () => {
    expect(counts(await load('practice', 'date,minutes\n2024-05-01,30\n', { artist: { name: 'Zoë Lind' } }))).toEqual([
      1, 0, 0, 0,
    ]);
    expect(await sessions()).toMatchObject([{ who: 'Zoë Lind' }]);
    const named = 'date,minutes,member\n2024-05-01,30,zoe lind\n2024-05-02,20,\n2024-05-02,25,Zoë Lind\n';
    expect(counts(await load('practice', named))).toEqual([2, 0, 1, 0]);
  });

  it('asks whose a row is once there are several members, and knows no others', async () => {
    await load('members', await fixture('members.csv'));
    const { report } = await load(
      'practice',
      'date,minutes,member\n2024-05-01,30,\n2024-05-01,30,Bo Lynd\n2024-05-01,30,bo lind\n'
    );
    expect(report.added).toBe(1);
    expect(report.rejected.map(({ line, value, code }) => [line, value, code])).toEqual([
      [2, '', 'IMPORT_UNKNOWN_MEMBER'],
      [3, 'Bo Lynd', 'IMPORT_UNKNOWN_MEMBER'],
    ]);
    expect(report.rejected[1]!.reason).toContain('Ana María, Bo Lind, Юлия');
    expect(await members()).toHaveLength(3);
  });

  it('names rows without minutes, with too many, of a month or of a day to come', async () => {
    const file = 'date,minutes,quality\n2024-05-01,,\n2024-05-01,25h,\n2024-05,10,\n2024-07-01,10,\n2024-05-01,10,11\n';
    expect(await rejected('practice', file)).toEqual([
      [2, 'minutes', '', 'IMPORT_MISSING_VALUE'],
      [3, 'minutes', '25h', 'IMPORT_BAD_NUMBER'],
      [4, 'date', '2024-05', 'IMPORT_BAD_DATE'],
      [5, 'date', '2024-07-01', 'IMPORT_BAD_DATE'],
      [6, 'quality', '11', 'IMPORT_BAD_NUMBER'],
    ]);
    expect(await members()).toEqual([]);
  });
});

describe('assessments of skills', () => {
  const assessments = () =>
    liveRows(bench, 'skill_assessment', `${who}, skill, score, assessor`, 'who, skill, assessor');

  it('land on a scale from 0 to 10, with who gave them', async () => {
    const outcome = await load(undefined, await fixture('skills.csv'));
    expect(outcome.format).toBe('skills');
    expect(await assessments()).toEqual([
      { who: 'Ana María', skill: 'stage_presence', score: 7, assessor: 'coach' },
      { who: 'Ana María', skill: 'stage_presence', score: 8, assessor: 'self' },
      { who: 'Bo Lind', skill: 'technique_improvement', score: 6.5, assessor: 'coach' },
    ]);
  });

  it('change nothing the second time; a restated score supersedes; another best score may be set', async () => {
    const file = await fixture('skills.csv');
    await load('skills', file);
    expect(counts(await load('skills', file))).toEqual([0, 0, 3, 0]);
    expect(counts(await load('skills', file.replace('presence,7', 'presence,7.5')))).toEqual([0, 1, 2, 0]);
    const five = { map: { scale: '5', member: 'Bo Lind' } };
    await load('skills', 'date,skill,score\n2024-05-02,confidence,4\n', five);
    expect(await assessments()).toContainEqual({ who: 'Bo Lind', skill: 'confidence', score: 8, assessor: 'self' });
  });

  it('name rows with an unknown skill, no score, one above the best, or the same assessment twice', async () => {
    const file =
      'date,skill,score\n2024-05-01,juggling,7\n2024-05-01,confidence,great\n2024-05-01,confidence,11\n2024-05-01,confidence,7\n2024-05-01,Confidence,8\n';
    expect(await rejected('skills', file)).toEqual([
      [2, 'skill', 'juggling', 'IMPORT_BAD_VALUE'],
      [3, 'score', 'great', 'IMPORT_BAD_NUMBER'],
      [4, 'score', '11', 'IMPORT_BAD_NUMBER'],
      [6, 'date', expect.stringContaining('confidence'), 'IMPORT_REPEATED_KEY'],
    ]);
  });

  it('know the same skills as the database', async () => {
    const { rows } = await sql<{ skill: string }>`SELECT skill FROM reference.skill ORDER BY position`.execute(
      bench.db
    );
    expect(rows.map(({ skill }) => skill)).toEqual(Object.values(skillGroups).flat());
  });
});
