import { isoDate } from './calendar.ts';
import type { CareerIds } from './ids.ts';
import type { Row, Rows } from './rows.ts';
import { each } from './rows.ts';
import type { Truth } from './truth.ts';

/** The labels of one career as rows of the schema `truth`, in the order in which they may be loaded. */
export function truthTables(truth: Truth, ids: CareerIds): Rows[] {
  const artist_id = ids.artist;
  return [
    {
      table: 'anomaly',
      rows: onceEach(
        each(truth.anomalies, (label) => ({
          artist_id,
          metric: label.metric,
          starts_on: isoDate(label.start),
          ends_on: isoDate(label.end),
          direction: label.direction,
          sigmas: label.sigmas,
          log_factor: label.logFactor,
          grain: label.grain,
          cause: label.cause,
        })),
        ['metric', 'starts_on', 'cause']
      ),
    },
    {
      table: 'change_point',
      rows: each(truth.changePoints, (label) => ({
        artist_id,
        metric: label.metric,
        kind: label.kind,
        starts_on: isoDate(label.day),
        ends_on: label.until === null ? null : isoDate(label.until),
        size: label.size,
        sigmas: label.sigmas,
        cause: label.cause,
      })),
    },
    {
      table: 'stage_change',
      rows: each(truth.stageChanges, ({ day, from, to }) => ({
        artist_id,
        changed_on: isoDate(day),
        from_stage: from,
        to_stage: to,
      })),
    },
    {
      table: 'elasticity',
      rows: each(truth.elasticities, ({ response, driver, value }) => ({ artist_id, response, driver, value })),
    },
    {
      table: 'treatment_effect',
      rows: each(truth.treatments, (label) => ({
        artist_id,
        experiment: label.experiment,
        unit: label.unit,
        metric: label.metric,
        probability: label.probability,
        log_effect: label.logEffect,
        starts_on: isoDate(label.start),
        ends_on: isoDate(label.end),
      })),
    },
    {
      table: 'treatment_assignment',
      rows: each(truth.assignments, ({ experiment, unitKey, gig, day, treated }) => ({
        artist_id,
        experiment,
        unit_key: unitKey,
        gig_key: gig === null ? null : ids.gig(gig),
        assigned_on: isoDate(day),
        treated,
      })),
    },
  ];
}

/** Two members may pause in the same week: that is one label. */
function* onceEach(rows: Iterable<Row>, key: readonly string[]): Iterable<Row> {
  const seen = new Set<string>();
  for (const row of rows) {
    const text = key.map((name) => String(row[name])).join('\u001f');
    if (!seen.has(text)) yield row;
    seen.add(text);
  }
}
