import type { Day } from './calendar.ts';
import { dayMs, nextMonth, weekday } from './calendar.ts';
import { deviation, labelOf } from './disturb.ts';
import type { Fate } from './following.ts';
import { dollarsOf } from './places.ts';
import type { Profile } from './profile.ts';
import { merchSpread } from './settle.ts';
import type { PlayedShow } from './show.ts';
import { mailingLead } from './trials.ts';
import type { AnomalyLabel, AssignmentLabel, ChangePointLabel, StageChangeLabel, TreatmentLabel } from './truth.ts';
import type { LedgerEntry, Shock, StagePeriod } from './types.ts';

/** Labels of what luck and mishaps did to streams, shows and money. @param spread of the undisturbed weeks of streams */
export function shockLabels(
  shocks: readonly Shock[],
  shows: readonly PlayedShow[],
  ledger: readonly LedgerEntry[],
  spread: number
): AnomalyLabel[] {
  return shocks.flatMap((shock) => {
    const labels: AnomalyLabel[] = [];
    const { kind, title: cause, start, end, lift } = shock;
    if (lift !== 1) {
      const week = start - weekday(start);
      const faded = week + 7 * Math.ceil((2 * shock.halfLifeDays) / 7) - 1;
      const logFactor = Math.log(lift);
      labels.push(
        sized({ metric: 'streams', start: week, end: faded, grain: 'week', cause }, logFactor / spread, logFactor)
      );
    }
    if (kind === 'illness') {
      const within = shows.filter(({ plan }) => plan.day >= start && plan.day <= end);
      const lost = within.filter(({ status }) => status === 'cancelled').length;
      if (lost > 0)
        labels.push(
          sized({ metric: 'gigs', start, end, grain: 'week', cause }, -lost / Math.sqrt(within.length), null)
        );
    }
    if (kind === 'breakdown') labels.push(...ofMonth(ledger, 'expense', 'expenses', `repair|${start}`, cause));
    if (kind === 'placement') labels.push(...ofMonth(ledger, 'revenue', 'royalties', `sync|`, cause, start));
    return labels;
  });
}

const sized = (
  where: Pick<AnomalyLabel, 'metric' | 'start' | 'end' | 'grain' | 'cause'>,
  sigmas: number,
  logFactor: number | null
): AnomalyLabel => ({ ...where, direction: sigmas > 0 ? 'spike' : 'drop', sigmas, logFactor });

const royalties = new Set(['streaming', 'download', 'royalty', 'sync', 'licensing']);

/** A single payment against the spread of the other months; nothing where it is smaller or where fewer than six months are there. */
function ofMonth(
  ledger: readonly LedgerEntry[],
  direction: LedgerEntry['direction'],
  metric: 'expenses' | 'royalties',
  key: string,
  cause: string,
  near?: Day
): AnomalyLabel[] {
  const own = ledger.filter(
    (entry) =>
      entry.direction === direction &&
      entry.supersededAt === null &&
      (metric === 'expenses' || royalties.has(entry.category))
  );
  const single = own.find(
    (entry) =>
      entry.key.startsWith(key) && (near === undefined || nextMonth(near, 0) === nextMonth(entry.occurredAt / dayMs, 0))
  );
  if (!single) return [];
  const worth = ({ amount, currency }: LedgerEntry) => amount * dollarsOf[currency];
  const sums = new Map<Day, number>();
  for (const entry of own) {
    const month = nextMonth(entry.occurredAt / dayMs, 0);
    sums.set(month, (sums.get(month) ?? 0) + (entry === single ? 0 : worth(entry)));
  }
  if (sums.size < 6) return [];
  const start = nextMonth(single.occurredAt / dayMs, 0);
  const sigmas = worth(single) / deviation([...sums.values()]);
  // What drowns in the other months is no anomaly.
  if (sigmas < 1) return [];
  return [sized({ metric, start, end: nextMonth(start) - 1, grain: 'month', cause }, sigmas, null)];
}

/** Shows at which something was injected into merch. */
export const merchLabels = (shows: readonly PlayedShow[]): AnomalyLabel[] =>
  shows.flatMap(({ incident, plan: { day }, merch }) =>
    incident && merch ? [labelOf({ ...incident, start: day, end: day }, incident.sigmas * merchSpread, 'gig')] : []
  );

/** @param logBegins first day of the practice log; spreads: of the undisturbed weeks, where the metric has weeks */
export function changeLabels(
  { to }: Profile,
  { incidents }: Fate,
  logBegins: Day,
  spreads: Partial<Record<ChangePointLabel['metric'], number>>
): ChangePointLabel[] {
  return incidents.changes
    .filter(({ day, metric }) => day < to && (metric !== 'practice_minutes' || day > logBegins))
    .flatMap(({ metric, kind, day, until, size, cause }) =>
      // Who is heard more is heard by more people.
      (metric === 'streams' ? (['streams', 'listeners'] as const) : [metric]).map((moved) => ({
        metric: moved,
        kind,
        day,
        until: until !== null && until < to ? until : null,
        size,
        sigmas: kind === 'level' && spreads[moved] ? size / spreads[moved] : null,
        cause,
      }))
    );
}

export function stageChanges(stages: readonly StagePeriod[]): StageChangeLabel[] {
  const live = stages.filter(({ supersededAt }) => supersededAt === null);
  return live
    .slice(1)
    .map(({ occurredAt, stage }, i) => ({ day: occurredAt / dayMs, from: live[i]!.stage, to: stage }));
}

/** What runs as an experiment, and what chance gave to whom. */
export function trialLabels(
  { slug, to }: Profile,
  { trials }: Fate,
  shows: readonly PlayedShow[]
): { treatments: TreatmentLabel[]; assignments: AssignmentLabel[] } {
  const treatments: TreatmentLabel[] = [];
  const assignments: AssignmentLabel[] = [];
  const byShow = (experiment: 'mailing' | 'discount', given: 'mailed' | 'discounted', lead: number) => {
    const trial = trials[experiment];
    if (!trial) return;
    const { probability, effect: logEffect, from: start } = trial;
    treatments.push({ experiment, unit: 'gig', metric: 'heads', probability, logEffect, start, end: to });
    for (const { id, plan, status, [given]: treated } of shows) {
      if (treated === null || status !== 'played') continue;
      assignments.push({ experiment, unitKey: id, gig: id, day: plan.day - lead, treated });
    }
  };
  byShow('mailing', 'mailed', mailingLead);
  byShow('discount', 'discounted', 0);
  if (trials.pitching && trials.pitching.on < to) {
    const { on: start, until, probability, effect: logEffect, treated } = trials.pitching;
    const experiment = 'pitching';
    treatments.push({ experiment, unit: 'artist', metric: 'streams', probability, logEffect, start, end: until - 1 });
    assignments.push({ experiment, unitKey: slug, gig: null, day: start, treated });
  }
  return { treatments, assignments };
}
