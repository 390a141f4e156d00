import type { Day } from './calendar.ts';
import { ms, nextMonth } from './calendar.ts';
import type { Profile } from './profile.ts';
import type { StageName, StagePeriod } from './types.ts';
import type { Totals } from './totals.ts';
import { lastYear } from './totals.ts';
import { ofDay } from './versions.ts';

const ladder: StageName[] = ['Beginner', 'Performer', 'Professional', 'Expert', 'Mentor'];
/** Income of twelve months that opens a stage, in the artist's currency; half of it is enough to stay. */
const enter = [0, 7_000, 28_000, 120_000, 600_000];
const shortestStay = 5;

/** When a career entered each stage; a stage that has ended is two versions, open and then closed. */
export function makeStages(profile: Profile, totals: Totals): StagePeriod[] {
  const yearly = totals.revenue.map((_, i) => (lastYear(totals.revenue, i) * 12) / Math.min(12, i + 1));
  const early = profile.startedOn >= profile.from - 30;
  let stage = early ? 0 : rung(yearly[Math.min(11, yearly.length - 1)] ?? 0);
  let since: Day = early ? profile.startedOn : profile.from;
  let stay = 0;
  const periods: Array<{ stage: number; since: Day; until: Day | null }> = [];
  for (let i = 0; i < yearly.length; i++) {
    stay++;
    const up = stage < 4 && yearly[i]! >= enter[stage + 1]! && i >= 5;
    const down = stage > 0 && i >= 11 && yearly[i]! < enter[stage]! * 0.5;
    const longEnough = stay >= (stage === 3 && up ? 18 : shortestStay);
    if (!longEnough || (!up && !down)) continue;
    const until = nextMonth(totals.months[i]!);
    periods.push({ stage, since, until });
    [stage, since, stay] = [stage + (up ? 1 : -1), until, 0];
  }
  periods.push({ stage, since, until: null });
  return periods.flatMap(({ stage: rungNumber, since: from, until }) => {
    const open: StagePeriod = { ...ofDay(`stage|${from}`, from, from + 1), stage: ladder[rungNumber]!, endedOn: null };
    return until === null ? [open] : closed(open, until);
  });
}

const rung = (income: number): number => enter.findLastIndex((least) => income >= least);

function closed(open: StagePeriod, until: Day): StagePeriod[] {
  const at = ms(until + 1);
  return [
    { ...open, supersededAt: at },
    { ...open, knownAt: at, endedOn: until },
  ];
}
