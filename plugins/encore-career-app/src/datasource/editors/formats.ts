import { t } from '@grafana/i18n';

import type { Format } from '../types';

export interface FormatChoice {
  value: Format;
  label: string;
  /** When to take it, in a sentence. */
  description: string;
}

/** The shapes that an answer with a number over time can take, the usual one first. */
export function formatChoices(): FormatChoice[] {
  return [
    {
      value: 'timeseries',
      label: t('format.timeseries', 'Time series'),
      description: t('format.timeseries-says', 'Every bucket of the time range, one column a line: for graphs.'),
    },
    {
      value: 'table',
      label: t('format.table', 'Table'),
      description: t('format.table-says', 'One row an artist, figure and bucket: for tables and transformations.'),
    },
    {
      value: 'instant',
      label: t('format.instant', 'Latest value'),
      description: t('format.instant-says', 'One row each, with the last complete bucket: for stats and gauges.'),
    },
    {
      value: 'alert',
      label: t('format.alert', 'Alert'),
      description: t(
        'format.alert-says',
        'One number each, every artist always there, as of the end of the time range: what alert rules take.'
      ),
    },
  ];
}
