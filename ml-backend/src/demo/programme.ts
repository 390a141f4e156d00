import type { Day } from './calendar.ts';
import { weekday } from './calendar.ts';
import { Random } from './random.ts';
import type { Venue } from './types.ts';
import type { World } from './world.ts';
import { largestGrassroots } from './world.ts';

/** One night of a room's own programme, whoever plays. */
export interface Night {
  on: Day;
  heads: number;
}

const nightsPerWeek = 3.5;
const usualFill = { mean: 0.4, concentration: 4 };
/** Monday first: how likely a night is among those on which there is something. */
const nightWeights = [0.28, 0.36, 0.42, 0.5, 0.74, 0.8, 0.4];
const weightSum = nightWeights.reduce((sum, weight) => sum + weight, 0);

/**
 * What a grassroots venue puts on, week by week: three or four nights, two fifths full.
 * @returns nights from the week of `from` to `to`; none for halls, which are let by the night
 */
export function programmeOf({ seed }: World, venue: Venue, from: Day, to: Day): Night[] {
  if (venue.capacity > largestGrassroots) return [];
  const nights: Night[] = [];
  for (let monday = from - weekday(from); monday < to; monday += 7) {
    const random = new Random(seed, 'programme', venue.key, monday);
    for (let d = 0; d < 7; d++) {
      if (!random.chance((nightWeights[d]! * nightsPerWeek) / weightSum)) continue;
      const fill = random.beta(usualFill.mean, usualFill.concentration);
      nights.push({ on: monday + d, heads: Math.round(fill * venue.capacity) });
    }
  }
  return nights;
}
