import type { Origin } from './combine.ts';
import { weigh } from './combine.ts';
import { historyAt } from './history.ts';
import type { Scale } from './members/members.ts';
import { forecastMembers, SCALED } from './members/members.ts';
import type { Series } from './types.ts';

/** Both scales are fitted at every second origin, the better one so far at the others: a fit costs 2 to 5 ms. */
const BOTH_EVERY = 2;

/**
 * Refits the members at each of the last `count` origins and forecasts up to `steps` ahead; each origin sees only the
 * values before it. Oldest origin first; origins without any history are left out.
 */
export function rollOrigins(series: Series, end: number, count: number, steps: number): Origin[] {
  const origins: Origin[] = [];
  for (let at = Math.max(1, end - count); at < end; at++) {
    const scale = at % BOTH_EVERY === 0 ? 'both' : betterScale(series, origins, at);
    const members = forecastMembers(historyAt(series, at), series.frequency, steps, scale);
    if (members.length > 0) {
      origins.push({ at, members });
    }
  }
  return origins;
}

function betterScale({ values }: Series, earlier: Origin[], end: number): Scale {
  for (const pair of SCALED) {
    const paired = earlier.filter(({ members }) =>
      pair.every((name) => members.some((member) => member.name === name))
    );
    if (paired.length > 0) {
      const [raw, log] = weigh([...pair], paired, values, end);
      return log!.weight > raw!.weight ? 'log' : 'raw';
    }
  }
  return 'both';
}
