import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { LinkButton, useStyles2 } from '@grafana/ui';

import { testIds } from '../common/testIds';
import { links } from './links';

/** How a data source is connected, and who may do that. */
export function Connect({ admin }: { admin: boolean }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.steps} data-testid={testIds.home.connect}>
      <ol>
        <li>{t('home.step-start', 'Start the Encore service; it prints its address.')}</li>
        <li>
          <Trans i18nKey="home.step-key">
            Copy the API key. The first one lies in the file <code>api-key</code> of the service&apos;s data folder.
          </Trans>
        </li>
        <li>{t('home.step-add', 'Add a data source of the type "Encore Career", enter both, then "Save & test".')}</li>
      </ol>
      {admin ? (
        <LinkButton href={links.addDataSource()} icon="plus">
          {t('home.add', 'Add the data source')}
        </LinkButton>
      ) : (
        <p>{t('home.ask-admin', 'Adding a data source needs the Admin role in this organization.')}</p>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  steps: css({ ol: { paddingLeft: theme.spacing(3) }, li: { marginBottom: theme.spacing(1) } }),
});
