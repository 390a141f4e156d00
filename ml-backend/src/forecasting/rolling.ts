import type { Origin } from './combine.ts';
import { historyAt } from './history.ts';
import { forecastMembers } from './members/members.ts';
import type { Series } from './types.ts';

/**
 * Refits every member at each of the last `count` origins and forecasts up to `steps` ahead; each origin sees only the
 * values before it. Oldest origin first; origins without any history are left out.
 */
export function rollOrigins(series: Series, end: number, count: number, steps: number): Origin[] {
  const origins: Origin[] = [];
  for (let at = Math.max(1, end - count); at < end; at++) {
    const members = forecastMembers(historyAt(series, at), series.frequency, steps);
    if (members.length > 0) {
      origins.push({ at, members });
    }
  }
  return origins;
}
