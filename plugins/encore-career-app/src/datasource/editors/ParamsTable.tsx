import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';

import type { ParamSchema, QueryTypeInfo } from '../catalogue';

/** The parameters of a query type: the name in a saved query, what it means, and what holds when it is left out. */
export function ParamsTable({ type }: { type: QueryTypeInfo }) {
  const styles = useStyles2(getStyles);
  const params = Object.entries(type.params.properties ?? {});
  if (params.length === 0) {
    return null;
  }
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('help.parameter', 'Parameter')}</th>
          <th>{t('help.meaning', 'Meaning')}</th>
          <th>{t('help.left-out', 'Left out')}</th>
        </tr>
      </thead>
      <tbody>
        {params.map(([name, schema]) => (
          <tr key={name}>
            <td>
              {schema.title ?? name} <code>{name}</code>
            </td>
            <td>{meaning(schema)}</td>
            <td>{leftOut(schema, type.params.required?.includes(name) ?? false)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function meaning({ description, enum: choices, items, minimum, maximum }: ParamSchema): string {
  const named = choices ?? items?.enum;
  const limits = minimum !== undefined && maximum !== undefined ? `${minimum}–${maximum}` : undefined;
  return [description, named?.join(', ') ?? limits].filter(Boolean).join(': ');
}

function leftOut({ default: usual }: ParamSchema, required: boolean): string {
  if (Array.isArray(usual)) {
    return usual.length > 0 ? usual.join(', ') : t('query.all', 'All');
  }
  if (usual !== undefined) {
    return String(usual);
  }
  return required ? t('help.needed', 'needed') : '';
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    ...theme.typography.bodySmall,
    'th, td': { padding: theme.spacing(0.25, 2, 0.25, 0), verticalAlign: 'top', textAlign: 'left' },
    th: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightMedium },
    code: { marginLeft: theme.spacing(0.5) },
  }),
});
