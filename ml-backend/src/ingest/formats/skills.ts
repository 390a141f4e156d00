import { skillTarget } from '../../store/incomingPeople.ts';
import { BadValue, remember } from '../values/badValue.ts';
import { anyDate } from '../values/date.ts';
import type { Fact, FactContext, Row, TableFormat } from '../format.ts';
import { missing, notYet, noMonth } from '../values/missing.ts';
import { number } from '../values/number.ts';
import { onScaleOfTen, score, skill } from '../values/skill.ts';
import { byColumnsWith } from '../recognise.ts';
import { slugOf } from '../values/slug.ts';
import { text } from '../values/text.ts';
import { atMidnight } from '../values/time.ts';

/**
 * Assessments of the sixteen skills.
 *
 *     date,member,skill,score,assessor
 *     2024-05-01,Ana María,stage presence,7,coach
 *
 * Member, date, skill and assessor are the natural key. Scores go from 0 to 10; `7/10`, `70%` and another best score
 * (a column `scale`, or --map scale=5) are brought to that. Without an assessor it is the member's own view.
 */
export const skills: TableFormat = {
  name: 'skills',
  title: 'Skill assessments',
  help: 'One row an assessment: date, skill (one of the 16), score (0 to 10, 7/10 or 70%; --map scale=5 for another best one); optionally member, assessor.',
  target: skillTarget,
  recognise: byColumnsWith('skill'),
  columns: {
    date: {
      title: 'date',
      also: ['day', 'assessed on'],
      required: true,
      key: true,
      evidence: 'date',
      read: remember(anyDate),
    },
    skill: { title: 'skill', also: ['area', 'what'], required: true, read: remember(skill) },
    score: { title: 'score', also: ['rating', 'value', 'points', 'level'], required: true, read: remember(score) },
    member: { title: 'member', also: ['who', 'name', 'musician'], fixed: true, read: remember(text(200)) },
    assessor: {
      title: 'assessor',
      also: ['assessed by', 'by', 'teacher', 'coach'],
      fixed: true,
      read: remember(text(100)),
    },
    scale: { title: 'scale', also: ['best', 'out of', 'maximum'], fixed: true, read: remember(number(1, 1000)) },
  },
  fact,
};

function fact(row: Row, { knownAfter, today }: FactContext): Fact | BadValue {
  const { date, member, skill: name, scale } = row;
  const fault = missing(row, 'date', 'skill', 'score') ?? noMonth(date, 'date') ?? notYet(date!, today, 'date');
  if (fault) return fault;
  const best = Number(scale ?? 10);
  const value = onScaleOfTen(row.score!, best);
  if (value === undefined) {
    return new BadValue(
      'IMPORT_BAD_NUMBER',
      `"${row.score}" is better than the best score, ${best}; set another one with --map scale=100`,
      'score'
    );
  }
  const slug = member ? slugOf(member) : null;
  const assessor = row.assessor?.toLowerCase() ?? 'self';
  return {
    grain: 'day',
    occurredAt: atMidnight(date!),
    knownAt: knownAfter(date!, 1),
    key: `${slug ?? ''}\u001f${name}\u001f${assessor}`,
    values: { skill: name, score: String(value), assessor, member_slug: slug, member_name: member },
  };
}
