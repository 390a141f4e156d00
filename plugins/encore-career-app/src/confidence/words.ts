import { t } from '../common/t';

import { type BucketUnit } from '../common/bucket';

/** "months", "weeks": the rows of a frame in a reader's word. */
export function units(unit: BucketUnit): string {
  switch (unit) {
    case 'year':
      return t('confidence.units.years', 'years');
    case 'quarter':
      return t('confidence.units.quarters', 'quarters');
    case 'month':
      return t('confidence.units.months', 'months');
    case 'week':
      return t('confidence.units.weeks', 'weeks');
    case 'day':
      return t('confidence.units.days', 'days');
    case 'hour':
      return t('confidence.units.hours', 'hours');
    default:
      return t('confidence.units.steps', 'steps');
  }
}

/** "a month", "a week": one row ahead. */
export function aUnit(unit: BucketUnit): string {
  switch (unit) {
    case 'year':
      return t('confidence.unit.year', 'a year');
    case 'quarter':
      return t('confidence.unit.quarter', 'a quarter');
    case 'month':
      return t('confidence.unit.month', 'a month');
    case 'week':
      return t('confidence.unit.week', 'a week');
    case 'day':
      return t('confidence.unit.day', 'a day');
    case 'hour':
      return t('confidence.unit.hour', 'an hour');
    default:
      return t('confidence.unit.step', 'a step');
  }
}

/** "1 month ahead", "8 months ahead". */
export function ahead(steps: number, unit: BucketUnit): string {
  return steps === 1
    ? t('confidence.ahead.one', '{{unit}} ahead', { unit: aUnit(unit) })
    : t('confidence.ahead.many', '{{n}} {{units}} ahead', { n: steps, units: units(unit) });
}

/** "Unusual month": what a ring marks. */
export function unusualName(unit: BucketUnit): string {
  switch (unit) {
    case 'month':
      return t('confidence.unusual.month', 'Unusual month');
    case 'week':
      return t('confidence.unusual.week', 'Unusual week');
    case 'day':
      return t('confidence.unusual.day', 'Unusual day');
    default:
      return t('confidence.unusual.point', 'Unusual point');
  }
}
