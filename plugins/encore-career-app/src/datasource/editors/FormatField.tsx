import React from 'react';
import { t } from '@grafana/i18n';
import { EditorField } from '@grafana/plugin-ui';
import { Combobox } from '@grafana/ui';

import { testIds } from '../../common/testIds';
import type { Format } from '../types';

interface Props {
  id: string;
  /** Whether an alert rule is edited: it may take the shape for alerts as well. */
  alerting: boolean;
  value: Format | undefined;
  onChange: (format: Format | undefined) => void;
}

/** The shape of the answer, for query types with a number that changes over time. */
export function FormatField({ id, alerting, value, onChange }: Props) {
  const formats: Array<{ value: Format; label: string }> = [
    { value: 'timeseries', label: t('query.format-timeseries', 'Over time') },
    { value: 'instant', label: t('query.format-instant', 'Latest value') },
    ...(alerting || value === 'alert'
      ? [{ value: 'alert' as const, label: t('query.format-alert', 'One row to alert on') }]
      : []),
  ];
  return (
    <EditorField label={t('query.format', 'Format')} htmlFor={id} width={20}>
      <Combobox
        id={id}
        data-testid={testIds.query.format}
        options={formats}
        value={value && value !== 'table' ? value : 'timeseries'}
        onChange={(option) => onChange(option.value)}
        width={25}
      />
    </EditorField>
  );
}
