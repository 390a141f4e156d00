import React, { useState } from 'react';
import type { QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Combobox, Field, Input, MultiCombobox } from '@grafana/ui';

import { ListFailed } from '../../common/ListFailed';
import { testIds } from '../../common/testIds';
import { useAsked } from '../../common/useAsked';
import type { Catalogue } from '../catalogue';
import type { EncoreDataSource } from '../datasource';
import { variableKinds, type EncoreOptions, type EncoreQuery, type EncoreVariableQuery } from '../types';
import { choicesOf } from './choices';
import { kindName } from './kindName';

type Props = QueryEditorProps<EncoreDataSource, EncoreQuery, EncoreOptions, EncoreVariableQuery>;

const width = 40;
const artistsOf = { 'x-options': 'artists' };
/** Lists that are the same whoever the artist is. */
const ofNobody = new Set(['artists', 'metrics']);

/** What a template variable lists: which list, of whom, and which of its entries. */
export function VariableEditor({ datasource, query, onChange }: Props) {
  const { kind = 'artists', artists = [], search = '' } = query;
  const [draft, setDraft] = useState(search);
  const catalogue = useAsked(datasource.uid, () => datasource.lists.catalogue());
  const choices = useAsked(datasource.uid, () => choicesOf(datasource, artistsOf));
  const change = (changes: Partial<EncoreVariableQuery>) =>
    onChange({ ...query, kind, refId: query.refId || 'variable', ...changes });

  return (
    <>
      <Field
        label={t('variable.kind', 'Values')}
        description={t('variable.kind-help', 'The variable shows names and stands for the ids that queries take.')}
      >
        <Combobox
          id="encore-variable-kind"
          data-testid={testIds.variable.kind}
          options={kindsOf(catalogue.value).map((value) => ({ value, label: kindName(value) }))}
          value={kind}
          onChange={({ value }) => change({ kind: value, ...(ofNobody.has(value) && { artists: undefined }) })}
          width={width}
        />
      </Field>
      {!ofNobody.has(kind) && (
        <Field
          label={t('variable.artists', 'Only of these artists')}
          description={t('variable.artists-help', 'Names or variables such as $artist; empty means all.')}
        >
          <div onFocus={choices.again}>
            <span id="encore-variable-artists-label" hidden>
              {t('variable.artists', 'Only of these artists')}
            </span>
            <MultiCombobox
              aria-labelledby="encore-variable-artists-label"
              data-testid={testIds.variable.artists}
              options={choices.value ?? []}
              loading={choices.asking}
              createCustomValue
              isClearable
              placeholder={t('query.all', 'All')}
              value={artists}
              onChange={(chosen) => change({ artists: chosen.map(({ value }) => value) })}
              width="auto"
              minWidth={width}
              maxWidth={80}
            />
            <ListFailed of={choices} />
          </div>
        </Field>
      )}
      <Field
        label={t('variable.search', 'Search')}
        description={t('variable.search-help', 'Only entries with this text in their name or id; empty means all.')}
      >
        <Input
          id="encore-variable-search"
          data-testid={testIds.variable.search}
          width={width}
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={() => draft !== search && change({ search: draft || undefined })}
          onKeyDown={(event) => event.key === 'Enter' && draft !== search && change({ search: draft || undefined })}
        />
      </Field>
    </>
  );
}

/** The lists that Encore always has, and those that the parameters of a newer service name. */
function kindsOf(catalogue: Catalogue | undefined): string[] {
  const named = (catalogue?.queryTypes ?? []).flatMap(({ params }) =>
    Object.values(params.properties ?? {}).flatMap((schema) => schema['x-options'] ?? [])
  );
  return [...new Set([...variableKinds, ...named])];
}
