import type { Day } from './calendar.ts';
import type { Profile } from './profile.ts';

const monthDays = 30.4;

/** Monthly listeners that an artist would have by a day without luck, shocks and shows. */
export function expectedListeners({ potential, firstShare, growth, from }: Profile, day: Day): number {
  const months = Math.max(0, day - from) / monthDays;
  const left = (1 / firstShare - 1) * Math.exp(-growth * months);
  return Math.max(30, potential / (1 + left));
}

/** Skill from 0 to 1: fast gains first, then ever slower towards the limit. */
export function skillAt({ skill, skillLimit, from }: Profile, day: Day, rate = 0.016): number {
  const months = Math.max(0, day - from) / monthDays;
  return skillLimit - (skillLimit - skill) * Math.exp(-rate * months);
}

/** How many people a show in a middle-sized scene far from a weekend can expect. */
export const drawOf = (listeners: number, skill: number): number =>
  22 * Math.pow(listeners / 1000, 0.62) * (0.65 + 0.7 * skill);
