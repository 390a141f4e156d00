import { css } from '@emotion/css';
import React from 'react';
import type { DataSourceApi, GrafanaTheme2, QueryEditorHelpProps } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { Button, LoadingPlaceholder, useStyles2 } from '@grafana/ui';

import { ListFailed } from '../../common/ListFailed';
import { testIds } from '../../common/testIds';
import { useAsked } from '../../common/useAsked';
import type { Option, QueryTypeInfo } from '../catalogue';
import type { EncoreDataSource } from '../datasource';
import type { EncoreQuery } from '../types';
import { exampleOf } from './exampleOf';
import { formatChoices } from './formats';
import { ParamsTable } from './ParamsTable';

/** What can be asked, made of the service's catalogue: each query type, its parameters, and an example to start from. */
export function QueryHelp({ datasource, query, onClickExample }: QueryEditorHelpProps<EncoreQuery>) {
  const styles = useStyles2(getStyles);
  const asked = useAsked(datasource.uid, () => listsOf(datasource));
  if (!asked.value) {
    return asked.reason ? (
      <ListFailed of={asked} />
    ) : (
      <LoadingPlaceholder text={t('query.loading', 'Asking Encore what it can answer…')} />
    );
  }
  const { queryTypes, artists } = asked.value;
  return (
    <div className={styles.help} data-testid={testIds.query.help}>
      <p>
        <Trans i18nKey="help.intro">
          Choose a query type and fill in its form. A list takes several values, your own text and template variables: a
          variable with several values, or All, becomes as many entries. Take <code>$artist</code> in any field.
        </Trans>
      </p>
      {queryTypes.map((type) => (
        <section key={type.name}>
          <h5>{type.title}</h5>
          <p>
            {type.help}{' '}
            <Button
              size="sm"
              variant="secondary"
              fill="text"
              aria-label={t('help.use-one', 'Use {{title}}', { title: type.title, interpolation: plain })}
              onClick={() => onClickExample({ ...query, ...exampleOf(type, { artists }) })}
            >
              {t('help.use', 'Use it')}
            </Button>
          </p>
          <ParamsTable type={type} />
        </section>
      ))}
      <section>
        <h5>{t('query.format', 'Format')}</h5>
        <dl>
          {formatChoices().map(({ value, label, description }) => (
            <React.Fragment key={value}>
              <dt>{label}</dt>
              <dd>{description}</dd>
            </React.Fragment>
          ))}
        </dl>
      </section>
    </div>
  );
}

// React escapes what it draws.
const plain = { escapeValue: false };

async function listsOf(dataSource: DataSourceApi<EncoreQuery>): Promise<{
  queryTypes: QueryTypeInfo[];
  artists: Option[];
}> {
  const { lists } = dataSource as EncoreDataSource;
  // Without the list of artists the help is still worth reading.
  const [{ queryTypes }, artists] = await Promise.all([lists.catalogue(), lists.options('artists').catch(() => [])]);
  return { queryTypes, artists };
}

const getStyles = (theme: GrafanaTheme2) => ({
  help: css({
    section: { marginBottom: theme.spacing(2) },
    'section > p': { marginBottom: theme.spacing(0.5) },
    dl: { display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: theme.spacing(0.5, 2) },
    dt: { fontWeight: theme.typography.fontWeightMedium },
    dd: { margin: 0 },
  }),
});
