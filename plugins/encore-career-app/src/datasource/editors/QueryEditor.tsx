import React from 'react';
import { CoreApp, type QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { EditorField, EditorRow, EditorRows } from '@grafana/plugin-ui';
import { Alert, Button, Combobox, LoadingPlaceholder, Text } from '@grafana/ui';

import { testIds } from '../../common/testIds';
import { useAsked } from '../../common/useAsked';
import type { QueryTypeInfo } from '../catalogue';
import type { EncoreDataSource } from '../datasource';
import type { EncoreOptions, EncoreQuery } from '../types';
import { FormatField } from './FormatField';
import { ParamsForm } from './ParamsForm';

type Props = QueryEditorProps<EncoreDataSource, EncoreQuery, EncoreOptions>;

/** A form made of the service's catalogue: a new query type there needs nothing here. */
export function QueryEditor({ datasource, query, app, onChange, onRunQuery }: Props) {
  const asked = useAsked(datasource.uid, () => datasource.lists.catalogue());
  if (!asked.value && !asked.reason) {
    return <LoadingPlaceholder text={t('query.loading', 'Asking Encore what it can answer…')} />;
  }
  if (!asked.value) {
    return (
      <Alert title={t('query.no-catalogue', 'The query types can not be listed')} severity="error">
        <p>{asked.reason}</p>
        <Button size="sm" variant="secondary" icon={asked.asking ? 'spinner' : 'sync'} onClick={asked.again}>
          {t('common.again', 'Try again')}
        </Button>
      </Alert>
    );
  }
  const change = (changes: Partial<EncoreQuery>) => {
    onChange({ ...query, ...changes });
    onRunQuery();
  };
  const { queryTypes } = asked.value;
  const chosen = queryTypes.find(({ name }) => name === query.queryType);
  const id = `encore-query-${query.refId}`;

  return (
    <EditorRows>
      <EditorRow>
        <EditorField label={t('query.type', 'Query type')} htmlFor={`${id}-type`} width={25}>
          <Combobox
            id={`${id}-type`}
            data-testid={testIds.query.type}
            options={queryTypes.map(({ name, title, help }) => ({ value: name, label: title, description: help }))}
            value={query.queryType ?? null}
            placeholder={t('query.choose', 'Choose')}
            onChange={({ value }) =>
              change(
                switched(
                  query,
                  queryTypes.find(({ name }) => name === value)
                )
              )
            }
            width={25}
          />
        </EditorField>
        {chosen && chosen.formats.length > 1 && (
          <FormatField
            id={`${id}-format`}
            formats={chosen.formats}
            alerting={app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting}
            value={query.format}
            onChange={(format) => change({ format })}
          />
        )}
      </EditorRow>
      {chosen && (
        <Text element="p" variant="bodySmall" color="secondary">
          {chosen.help}
        </Text>
      )}
      {chosen && <ParamsForm datasource={datasource} type={chosen} query={query} id={id} onChange={change} />}
      {!chosen && query.queryType && (
        <Alert
          severity="warning"
          title={t('query.unknown-type', 'Encore does not know the query type "{{name}}"; choose another.', {
            name: query.queryType,
            interpolation: { escapeValue: false },
          })}
        />
      )}
    </EditorRows>
  );
}

/** The query under another type: parameters of the same name stay, and the format where the new type has one. */
function switched(query: EncoreQuery, type: QueryTypeInfo | undefined): Partial<EncoreQuery> {
  const properties = type?.params.properties ?? {};
  return {
    queryType: type?.name,
    params: Object.fromEntries(Object.entries(query.params ?? {}).filter(([name]) => name in properties)),
    format: query.format && type?.formats.includes(query.format) ? query.format : undefined,
  };
}
