import { monthOf, monthsBetween } from './calendar.ts';
import { loggers } from './practice.ts';
import type { Profile } from './profile.ts';
import type { SkillAssessment } from './types.ts';
import { ofDay } from './versions.ts';

const groups: Record<string, readonly string[]> = {
  technical: ['instrument_proficiency', 'technique_improvement', 'complexity_handling', 'consistency'],
  creative: ['songwriting', 'improvisation', 'arrangement', 'originality'],
  performance: ['stage_presence', 'audience_connection', 'adaptability', 'confidence'],
  business: ['marketing', 'networking', 'financial_management', 'career_planning'],
};
const closeMonths = 24;

/** The 16 skills from 0 to 10, every quarter and monthly of late; each has its own pace and its own ceiling. */
export function makeAssessments(profile: Profile): SkillAssessment[] {
  return loggers(profile).flatMap((member, who) => {
    const random = profile.chance(`skills ${who}`);
    const months = monthsBetween(Math.max(profile.from, member.joinedOn), profile.to);
    return Object.entries(groups).flatMap(([group, skills]) =>
      skills.flatMap((skill) => {
        const limit = Math.min(9.8, 10 * profile.skillLimit * random.between(0.72, 1.12));
        const start = Math.min(
          limit - 0.2,
          10 * profile.skill * random.between(0.6, 1.1) * (group === 'business' ? 0.75 : 1)
        );
        const pace = random.between(0.008, 0.05);
        return months.flatMap((month, i) => {
          const on = month + 14;
          if ((months.length - i > closeMonths && monthOf(month) % 3 !== 0) || on >= profile.to) return [];
          const level = limit - (limit - start) * Math.exp(-pace * i) + random.normal(0, 0.22);
          return {
            ...ofDay(`${member.slug}|${skill}|${on}`, on, on + 1),
            member: member.slug,
            skill,
            score: Math.round(Math.min(10, Math.max(0, level)) * 10) / 10,
            assessor: monthOf(month) % 6 === 0 ? 'coach' : 'self',
          };
        });
      })
    );
  });
}
