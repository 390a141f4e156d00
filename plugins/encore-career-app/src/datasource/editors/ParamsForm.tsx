import React, { useState } from 'react';
import { t } from '@grafana/i18n';
import { EditorRow } from '@grafana/plugin-ui';

import { UnfoldButton } from '../../common/UnfoldButton';
import type { ParamSchema, QueryTypeInfo } from '../catalogue';
import type { EncoreDataSource } from '../datasource';
import type { EncoreQuery, ParamValue } from '../types';
import { ParamField } from './ParamField';

interface Props {
  datasource: EncoreDataSource;
  type: QueryTypeInfo;
  query: EncoreQuery;
  id: string;
  onChange: (changes: Partial<EncoreQuery>) => void;
}

/** The parameters of one query type in the catalogue's order; advanced ones are folded away until one is set. */
export function ParamsForm({ datasource, type, query, id, onChange }: Props) {
  const all = Object.entries(type.params.properties ?? {});
  const advanced = all.filter(([, schema]) => schema['x-advanced']);
  const [unfolded, setUnfolded] = useState(() => advanced.some(([name]) => query.params?.[name] !== undefined));

  const set = (name: string, value: ParamValue | undefined) => {
    const { [name]: _old, ...others } = query.params ?? {};
    onChange({ params: value === undefined ? others : { ...others, [name]: value } });
  };
  const field = ([name, schema]: [string, ParamSchema]) => (
    <ParamField
      key={`${type.name}.${name}`}
      id={`${id}-${name}`}
      dataSource={datasource}
      name={name}
      schema={schema}
      required={type.params.required?.includes(name) ?? false}
      value={query.params?.[name]}
      onChange={(value) => set(name, value)}
    />
  );

  return (
    <>
      {all.length > advanced.length && <EditorRow>{all.filter(([, s]) => !s['x-advanced']).map(field)}</EditorRow>}
      {advanced.length > 0 && (
        <EditorRow>
          <UnfoldButton label={t('query.advanced', 'More options')} unfolded={unfolded} onChange={setUnfolded} />
          {unfolded && advanced.map(field)}
        </EditorRow>
      )}
    </>
  );
}
