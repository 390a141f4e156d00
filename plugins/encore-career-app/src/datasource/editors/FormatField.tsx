import React from 'react';
import { t } from '@grafana/i18n';
import { EditorField } from '@grafana/plugin-ui';
import { Combobox } from '@grafana/ui';

import { testIds } from '../../common/testIds';
import type { Format } from '../types';
import { formatChoices } from './formats';

interface Props {
  id: string;
  /** What the query type can answer in, the usual one first. */
  formats: Format[];
  /** Alert rules take their own shape where a query says nothing. */
  alerting: boolean;
  value: Format | undefined;
  onChange: (format: Format | undefined) => void;
}

/** The shape of the answer, for query types that have more than one. */
export function FormatField({ id, formats, alerting, value, onChange }: Props) {
  const choices = formatChoices().filter((choice) => formats.includes(choice.value));
  const chosen = value ?? (alerting && formats.includes('alert') ? 'alert' : formats[0]);
  return (
    <EditorField
      label={t('query.format', 'Format')}
      tooltip={choices.find((choice) => choice.value === chosen)?.description}
      htmlFor={id}
      width={20}
    >
      <Combobox
        id={id}
        data-testid={testIds.query.format}
        options={choices}
        value={chosen}
        onChange={(option) => onChange(option.value)}
        width={25}
      />
    </EditorField>
  );
}
