import { t } from '../common/t';

import { type FieldGroup } from './fields';
import { roles } from './roles';

/**
 * Names series for legend and tooltip: by the labels that tell them apart, else by their frames; a single one by its
 * history, where the data calls it by more than its role.
 */
export function nameSeries(groups: FieldGroup[], metric: string | undefined): string[] {
  if (groups.length === 1) {
    return [historyName(groups[0], metric)];
  }
  const telling = tellingLabels(groups);
  return groups.map((group, i) => {
    const labels = telling.map((key) => group.labels[key]).filter(Boolean);
    return labels.join(' · ') || group.frame.name || group.frame.refId || historyName(group, metric) + ` ${i + 1}`;
  });
}

function historyName({ actual, mean }: FieldGroup, metric: string | undefined): string {
  const ref = actual ?? mean;
  const named = ref?.field.config.displayName ?? ref?.field.config.displayNameFromDS;
  if (named) {
    return named;
  }
  if (metric) {
    const words = metric.replace(/_/g, ' ');
    return words[0].toUpperCase() + words.slice(1);
  }
  const plain = roles.flatMap((role) => role.names);
  return !ref || plain.includes(ref.field.name.toLowerCase()) ? t('confidence.name.actual', 'Actual') : ref.field.name;
}

function tellingLabels(groups: FieldGroup[]): string[] {
  const keys = [...new Set(groups.flatMap((group) => Object.keys(group.labels)))];
  return keys.filter((key) => new Set(groups.map((group) => group.labels[key])).size > 1);
}

/** "95% of outcomes" where it must explain itself, "80%" after that. */
export function bandName(level: number, long: boolean): string {
  return long
    ? t('confidence.band.widest', '{{level}}% of outcomes', { level })
    : t('confidence.band.inner', '{{level}}%', { level });
}

/** A level as odds that can be pictured: "1 in 2", "4 in 5", "19 in 20"; percent where no small fraction fits. */
export function odds(level: number): string {
  for (const among of [2, 3, 4, 5, 10, 20]) {
    const hits = Math.round((level / 100) * among);
    if (hits > 0 && hits < among && Math.abs(hits / among - level / 100) < 0.001) {
      return t('confidence.odds.fraction', '{{hits}} in {{of}}', { hits, of: among });
    }
  }
  return t('confidence.odds.percent', '{{level}}%', { level });
}
