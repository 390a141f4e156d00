import type { Day } from './calendar.ts';
import type { ChangedMetric } from './incidents.ts';
import type { StageName } from './types.ts';

/** Something in a metric that was there once and went away; days from `start` to `end`, both included. */
export interface AnomalyLabel {
  metric: 'streams' | 'listeners' | 'engagement' | 'merch' | 'practice_minutes' | 'gigs' | 'expenses' | 'royalties';
  start: Day;
  end: Day;
  direction: 'spike' | 'drop';
  /** Size at the largest, in standard deviations of the undisturbed series at this grain; below zero for a drop. */
  sigmas: number;
  /** Log of the value over the undisturbed one; null where nothing is left or where something is added. */
  logFactor: number | null;
  grain: 'gig' | 'day' | 'week' | 'month';
  cause: string;
}

export interface ChangePointLabel {
  metric: ChangedMetric;
  kind: 'level' | 'slope';
  /** First day of the new segment. */
  day: Day;
  /** First day after a slope; null for a level and for a slope that goes on. */
  until: Day | null;
  /** Log of the factor for a level, log a week for a slope. */
  size: number;
  /** A level in standard deviations of the undisturbed weeks, where the metric has weeks. */
  sigmas: number | null;
  cause: string;
}

export interface StageChangeLabel {
  day: Day;
  from: StageName;
  to: StageName;
}

export interface ElasticityLabel {
  response: 'heads';
  driver: 'ticket_price';
  /** d log response / d log driver. */
  value: number;
}

export interface TreatmentLabel {
  experiment: 'mailing' | 'discount' | 'pitching';
  unit: 'gig' | 'artist';
  metric: 'heads' | 'streams';
  probability: number;
  logEffect: number;
  start: Day;
  end: Day;
}

export interface AssignmentLabel {
  experiment: TreatmentLabel['experiment'];
  /** External id of the gig, or slug of the artist. */
  unitKey: string;
  gig: string | null;
  day: Day;
  treated: boolean;
}

/** What an artist is and never shows. */
export interface Latent {
  /** Monthly listeners that it can reach. */
  potential: number;
  /** Skill on the last day and at its best, 0 to 1. */
  skill: number;
  skillLimit: number;
  loyalty: number;
  /** Heads that a show in a middle-sized scene can expect on the last day. */
  draw: number;
  student: boolean;
  /** Different listeners of the whole history, and their plays on all services. */
  lifetimeListeners: number;
  lifetimePlays: number;
}

/** All labels of one career: detectors, experiments and price advice are scored against them. */
export interface Truth {
  anomalies: AnomalyLabel[];
  changePoints: ChangePointLabel[];
  stageChanges: StageChangeLabel[];
  elasticities: ElasticityLabel[];
  treatments: TreatmentLabel[];
  assignments: AssignmentLabel[];
  latent: Latent;
}
