import React from 'react';
import type { QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { EditorRows } from '@grafana/plugin-ui';
import { Alert, LoadingPlaceholder, Text } from '@grafana/ui';

import { ListFailed } from '../../common/ListFailed';
import { testIds } from '../../common/testIds';
import { useAsked } from '../../common/useAsked';
import type { EncoreDataSource } from '../datasource';
import type { EncoreOptions, EncoreQuery } from '../types';
import { ParamsForm } from './ParamsForm';

type Props = QueryEditorProps<EncoreDataSource, EncoreQuery, EncoreOptions>;

/** Which events of which artists are drawn over the panels of a dashboard. */
export function AnnotationEditor({ datasource, query, onChange, onRunQuery }: Props) {
  const asked = useAsked(datasource.uid, () => datasource.lists.catalogue());
  if (!asked.value) {
    return asked.reason ? (
      <ListFailed of={asked} />
    ) : (
      <LoadingPlaceholder text={t('query.loading', 'Asking Encore what it can answer…')} />
    );
  }
  const type = asked.value.queryTypes.find(({ name }) => name === 'annotations');
  if (!type) {
    return (
      <Alert
        severity="warning"
        title={t('annotation.none', 'This version of Encore has no annotations; update the service.')}
      />
    );
  }
  const change = (changes: Partial<EncoreQuery>) => {
    onChange({ ...query, ...changes });
    onRunQuery();
  };
  return (
    <div data-testid={testIds.annotation.editor}>
      <EditorRows>
        <Text element="p" variant="bodySmall" color="secondary">
          {t(
            'annotation.color',
            'Grafana draws all events of one annotation query in its color: for another color, add another annotation query.'
          )}
        </Text>
        <ParamsForm datasource={datasource} type={type} query={query} id="encore-annotation" onChange={change} />
      </EditorRows>
    </div>
  );
}
