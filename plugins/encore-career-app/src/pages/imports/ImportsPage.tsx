import { css } from '@emotion/css';
import React, { useCallback, useMemo, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { Alert, Combobox, useStyles2 } from '@grafana/ui';

import { testIds } from '../../common/testIds';
import { Connect } from '../Connect';
import { setupOf, type Setup } from '../setup';
import { History } from './History';
import { ImportClient } from './ImportClient';
import { Importer } from './Importer';

/** Files into Encore: choose, try, import, and what became of earlier ones. */
export function ImportsPage() {
  const setup = setupOf();
  const [chosen, setChosen] = useState<string>();
  const uid = chosen ?? setup.dataSources[0]?.uid;
  return (
    <PluginPage
      pageNav={{
        text: t('imports.title', 'Imports'),
        subTitle: t('imports.subtitle', 'Statements, shows and audiences from the files that others export for you.'),
      }}
      actions={setup.dataSources.length > 1 && <Source setup={setup} uid={uid} onChange={setChosen} />}
    >
      {uid ? <Imports key={uid} uid={uid} mayWrite={setup.editor} /> : <Connect admin={setup.admin} />}
    </PluginPage>
  );
}

function Imports({ uid, mayWrite }: { uid: string; mayWrite: boolean }) {
  const styles = useStyles2(getStyles);
  const client = useMemo(() => new ImportClient(uid), [uid]);
  const [ended, setEnded] = useState(0);
  const onEnd = useCallback(() => setEnded((n) => n + 1), []);
  return (
    <div className={styles.page} data-testid={testIds.imports.page}>
      {mayWrite ? (
        <Importer client={client} onEnd={onEnd} />
      ) : (
        <Alert severity="info" title={t('imports.viewer', 'You can see what was imported, but not import')}>
          {t(
            'imports.viewer-says',
            'Importing changes what everybody sees. It needs the Editor or Admin role in this organization; ask an administrator of this Grafana for it.'
          )}
        </Alert>
      )}
      <section>
        <h2>{t('imports.history', 'Earlier imports')}</h2>
        <History client={client} round={ended} />
      </section>
    </div>
  );
}

function Source({ setup, uid, onChange }: { setup: Setup; uid?: string; onChange: (uid: string) => void }) {
  return (
    <Combobox
      aria-label={t('imports.source', 'Data source')}
      options={setup.dataSources.map(({ uid, name }) => ({ value: uid, label: name }))}
      value={uid ?? null}
      onChange={({ value }) => onChange(value)}
      width={30}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(4) }),
});
