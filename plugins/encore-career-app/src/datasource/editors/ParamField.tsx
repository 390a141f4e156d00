import React, { useState, type FormEvent, type ReactNode } from 'react';
import { t } from '@grafana/i18n';
import { EditorField, EditorSwitch } from '@grafana/plugin-ui';
import { Combobox, Input, MultiCombobox } from '@grafana/ui';

import { ListFailed } from '../../common/ListFailed';
import { testIds } from '../../common/testIds';
import { useAsked, type Asked } from '../../common/useAsked';
import { paramKind, type ParamSchema } from '../catalogue';
import type { EncoreDataSource } from '../datasource';
import type { ParamValue } from '../types';
import { choicesOf, variableChoices } from './choices';
import { parseEntry, parseText } from './parseText';

export interface ParamFieldProps {
  dataSource: EncoreDataSource;
  name: string;
  schema: ParamSchema;
  required: boolean;
  /** Undefined means the schema's default. */
  value: ParamValue | undefined;
  /** Undefined takes the parameter out of the query. */
  onChange: (value: ParamValue | undefined) => void;
  id: string;
}

/** One parameter of a query type: label, help and the control that fits its schema. */
export function ParamField(props: ParamFieldProps) {
  const { name, schema, required, id } = props;
  const [problem, setProblem] = useState<string>();
  const kind = paramKind(schema);
  const Control = controls[kind];
  return (
    <EditorField
      label={schema.title ?? name}
      tooltip={schema.description}
      optional={!required && schema.default === undefined}
      invalid={Boolean(problem)}
      error={problem}
      htmlFor={id}
      // A list grows with its entries.
      width={kind === 'many' ? undefined : 25}
    >
      <Control {...props} onProblem={setProblem} />
    </EditorField>
  );
}

type ControlProps = ParamFieldProps & { onProblem: (problem: string | undefined) => void };

/** A switch; a list with the dashboard's variables where there are some, since one may stand for it. */
function Toggle({ id, name, schema, value, onChange }: ControlProps) {
  const variables = variableChoices();
  const chosen = value ?? schema.default ?? false;
  if (variables.length > 0 || typeof chosen === 'string') {
    const words = [
      { value: 'true', label: t('query.yes', 'Yes') },
      { value: 'false', label: t('query.no', 'No') },
    ];
    return (
      <Combobox
        id={id}
        data-testid={testIds.query.param(name)}
        options={[...words, ...variables]}
        value={String(chosen)}
        createCustomValue
        onChange={(option) => onChange(option.value === 'true' || (option.value === 'false' ? false : option.value))}
        width={25}
      />
    );
  }
  return (
    <EditorSwitch
      id={id}
      data-testid={testIds.query.param(name)}
      value={Boolean(chosen)}
      onChange={(event: FormEvent<HTMLInputElement>) => onChange(event.currentTarget.checked)}
    />
  );
}

function Text({ id, name, schema, value, onChange, onProblem }: ControlProps) {
  const [draft, setDraft] = useState({ of: value, text: textOf(value) });
  if (draft.of !== value) {
    setDraft({ of: value, text: textOf(value) });
  }
  const commit = (text: string) => {
    const parsed = parseText(text.trim(), schema);
    onProblem(parsed.problem);
    if (!parsed.problem && parsed.value !== value) {
      onChange(parsed.value);
    }
  };
  return (
    <Input
      id={id}
      data-testid={testIds.query.param(name)}
      width={25}
      value={draft.text}
      onChange={(event) => setDraft({ of: value, text: event.currentTarget.value })}
      placeholder={placeholder(schema)}
      onBlur={(event) => commit(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && commit(event.currentTarget.value)}
    />
  );
}

function One({ id, name, dataSource, schema, required, value, onChange }: ControlProps) {
  const choices = useAsked(choicesKey(dataSource, name, schema), () => choicesOf(dataSource, schema));
  const chosen = value ?? schema.default;
  const common = {
    id,
    'data-testid': testIds.query.param(name),
    options: choices.value ?? [],
    loading: choices.asking,
    invalid: Boolean(choices.reason),
    createCustomValue: true,
    placeholder: t('query.choose', 'Choose'),
    value: chosen === undefined ? null : String(chosen),
    width: 25,
  };
  return (
    <AskedOnOpening choices={choices}>
      {required ? (
        <Combobox {...common} onChange={(option) => onChange(option.value)} />
      ) : (
        <Combobox {...common} isClearable onChange={(option) => onChange(option?.value)} />
      )}
    </AskedOnOpening>
  );
}

function Many({ id, name, dataSource, schema, value, onChange }: ControlProps) {
  const choices = useAsked(choicesKey(dataSource, name, schema), () => choicesOf(dataSource, schema));
  const chosen = [value ?? schema.default ?? []].flat().map(String);
  const needed = (schema.minItems ?? 0) > 0;
  return (
    <AskedOnOpening choices={choices}>
      {/* The control takes no id for a label to point at. */}
      <span id={`${id}-label`} hidden>
        {schema.title ?? name}
      </span>
      <MultiCombobox
        aria-labelledby={`${id}-label`}
        data-testid={testIds.query.param(name)}
        options={choices.value ?? []}
        loading={choices.asking}
        invalid={Boolean(choices.reason)}
        createCustomValue
        isClearable
        placeholder={needed ? t('query.choose', 'Choose') : t('query.all', 'All')}
        value={chosen}
        onChange={(options) =>
          // Where an empty list would mean nothing, the usual one is back.
          onChange(options.length === 0 && needed ? undefined : options.map(({ value }) => parseEntry(value, schema)))
        }
        width="auto"
        // Three entries fit; more make it grow.
        minWidth={chosen.length > 2 ? 40 : 25}
        maxWidth={80}
      />
    </AskedOnOpening>
  );
}

/** A picker asks for its choices again when it opens: who was imported meanwhile is on the list. */
function AskedOnOpening({ choices, children }: { choices: Asked<unknown>; children: ReactNode }) {
  return (
    <>
      <div onFocus={choices.again}>{children}</div>
      <ListFailed of={choices} />
    </>
  );
}

const controls = { boolean: Toggle, number: Text, text: Text, one: One, many: Many };

const textOf = (value: ParamValue | undefined) => (value === undefined ? '' : String(value));

const choicesKey = (dataSource: EncoreDataSource, name: string, schema: ParamSchema) =>
  [dataSource.uid, name, schema['x-options'], schema.enum, schema.items?.enum].join('|');

function placeholder(schema: ParamSchema): string {
  if (schema.default !== undefined) {
    return String(schema.default);
  }
  return schema.format === 'date-time' ? '2024-01-31T00:00:00Z' : '';
}
