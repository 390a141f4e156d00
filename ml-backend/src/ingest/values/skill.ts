import { BadValue, shorten } from './badValue.ts';
import type { Reader } from './badValue.ts';
import { oneOf } from './text.ts';

/** The sixteen skills in their four groups. */
export const skillGroups = {
  technical: ['instrument_proficiency', 'technique_improvement', 'complexity_handling', 'consistency'],
  creative: ['songwriting', 'improvisation', 'arrangement', 'originality'],
  performance: ['stage_presence', 'audience_connection', 'adaptability', 'confidence'],
  business: ['marketing', 'networking', 'financial_management', 'career_planning'],
} as const;

const others = {
  instrument: 'instrument_proficiency',
  technique: 'technique_improvement',
  finance: 'financial_management',
};

/** One of the sixteen skills, with blanks or underscores. */
export const skill: Reader = oneOf('skill', {
  ...Object.fromEntries(
    Object.values(skillGroups).flatMap((group) => group.map((name) => [name.replace(/_/g, ' '), name]))
  ),
  ...others,
});

const written = /^(\d{1,4}(?:[.,]\d{1,4})?) ?(?:\/ ?(\d{1,4})|(%))?$/;

/** A score with the best one behind it where it is said, as `7`, `7/10` or, of 70%, `70/100`. */
export const score: Reader = (text) => {
  const [, value, best, percent] = written.exec(text) ?? [];
  if (!value) return new BadValue('IMPORT_BAD_NUMBER', `"${shorten(text)}" is no score; write it as 7, 7/10 or 70%`);
  const most = percent ? '100' : best;
  return value.replace(',', '.') + (most ? `/${most}` : '');
};

/**
 * A score on the scale from 0 to 10.
 * @param best the best score, where the score does not say it
 * @returns undefined when it is better than the best
 */
export function onScaleOfTen(read: string, best: number): number | undefined {
  const [value = '', own] = read.split('/');
  const part = Number(value) / Number(own ?? best);
  return part >= 0 && part <= 1 ? Math.round(part * 1e7) / 1e6 : undefined;
}
