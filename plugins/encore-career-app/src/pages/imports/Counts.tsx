import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';

import { testIds } from '../../common/testIds';
import type { Counts as Numbers } from './types';

/** How many rows were read and what became of them; earlier rows that are withdrawn are told where there are some. */
export function Counts({ of }: { of: Numbers }) {
  const styles = useStyles2(getStyles);
  const all = [
    { key: 'read', label: t('imports.read', 'Rows read'), value: of.read },
    { key: 'added', label: t('imports.added', 'New'), value: of.added },
    { key: 'superseded', label: t('imports.superseded', 'Corrected'), value: of.superseded },
    { key: 'unchanged', label: t('imports.unchanged', 'Known already'), value: of.unchanged },
    ...(of.withdrawn > 0
      ? [{ key: 'withdrawn', label: t('imports.withdrawn', 'Withdrawn'), value: of.withdrawn }]
      : []),
    { key: 'rejected', label: t('imports.rejected', 'Not usable'), value: of.rejectedCount },
  ];
  return (
    <dl className={styles.counts}>
      {all.map(({ key, label, value }) => (
        <div
          key={key}
          data-testid={testIds.imports.count(key)}
          className={key === 'rejected' && value > 0 ? styles.bad : undefined}
        >
          <dt>{label}</dt>
          <dd>{value.toLocaleString()}</dd>
        </div>
      ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  counts: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 4),
    margin: 0,
    dt: { ...theme.typography.bodySmall, color: theme.colors.text.secondary, fontWeight: 'normal' },
    dd: { ...theme.typography.h4, margin: 0, fontVariantNumeric: 'tabular-nums' },
  }),
  bad: css({ dd: { color: theme.colors.warning.text } }),
});
