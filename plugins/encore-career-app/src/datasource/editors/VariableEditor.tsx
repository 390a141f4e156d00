import React from 'react';
import type { QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Field, RadioButtonGroup } from '@grafana/ui';

import { testIds } from '../../common/testIds';
import type { EncoreDataSource } from '../datasource';
import type { EncoreOptions, EncoreQuery, EncoreVariableQuery, VariableKind } from '../types';

type Props = QueryEditorProps<EncoreDataSource, EncoreQuery, EncoreOptions, EncoreVariableQuery>;

/** What a template variable lists. */
export function VariableEditor({ query, onChange }: Props) {
  const kinds: Array<{ value: VariableKind; label: string }> = [
    { value: 'artists', label: t('variable.artists', 'Artists') },
    { value: 'metrics', label: t('variable.metrics', 'Metrics') },
  ];
  return (
    <div data-testid={testIds.variable.kind}>
      <Field
        label={t('variable.kind', 'Values')}
        description={t('variable.kind-help', 'The variable shows names and stands for the ids that queries take.')}
      >
        <RadioButtonGroup
          id="encore-variable-kind"
          aria-label={t('variable.kind', 'Values')}
          options={kinds}
          value={query.kind ?? 'artists'}
          onChange={(kind) => onChange({ ...query, kind, refId: query.refId || 'variable' })}
        />
      </Field>
    </div>
  );
}
