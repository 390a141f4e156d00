import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';

import { formatOf, type Draft, type Known } from './draft';

/** What the chosen format is and which columns it has; all formats while none is chosen. */
export function FormatCard({ draft, known }: { draft: Draft; known: Known }) {
  const styles = useStyles2(getStyles);
  const format = formatOf(draft, known);
  if (!format) {
    return (
      <div className={styles.card}>
        <h3>{t('imports.formats', 'What can be imported')}</h3>
        <dl>
          {known.formats.map(({ name, title, help }) => (
            <React.Fragment key={name}>
              <dt>{title}</dt>
              <dd>{help}</dd>
            </React.Fragment>
          ))}
        </dl>
      </div>
    );
  }
  return (
    <div className={styles.card}>
      <h3>{format.title}</h3>
      <p>{format.help}</p>
      <h4>{t('imports.its-columns', 'Columns')}</h4>
      <ul>
        {format.columns.map(({ key, title, required }) => (
          <li key={key}>
            <code>{title}</code>
            {required && ` ${t('imports.required', 'needed')}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    padding: theme.spacing(2, 3),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    // The list of formats is longer than the form beside it.
    maxHeight: theme.spacing(60),
    overflow: 'auto',
    dt: { fontWeight: theme.typography.fontWeightMedium },
    dd: { margin: theme.spacing(0, 0, 1), color: theme.colors.text.secondary },
    ul: { columnWidth: theme.spacing(26), paddingLeft: theme.spacing(2) },
    li: { color: theme.colors.text.secondary },
  }),
});
