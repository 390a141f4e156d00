import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Icon, useStyles2 } from '@grafana/ui';

import { testIds } from '../../common/testIds';
import { Counts } from './Counts';
import { Rejected } from './Rejected';
import type { ImportResult } from './types';

interface Props {
  result: ImportResult;
  fileName: string;
  onImport: () => void;
}

/** What an import did, or would do: counts, remarks and the rows that did not land. */
export function Outcome({ result, fileName, onImport }: Props) {
  const styles = useStyles2(getStyles);
  const tried = result.importId === null;
  const values = { file: fileName, interpolation: { escapeValue: false } };
  return (
    <div className={styles.outcome} data-testid={testIds.imports.outcome}>
      <h3>
        {tried
          ? t('imports.would', '{{file}} would bring this', values)
          : t('imports.did', '{{file}} is imported', values)}
      </h3>
      <Counts of={result} />
      {result.notices.length > 0 && (
        <ul className={styles.notices}>
          {result.notices.map(({ code, text }, index) => (
            <li key={`${code} ${index}`}>
              <Icon name="info-circle" /> {text}
            </li>
          ))}
        </ul>
      )}
      <Rejected rows={result.rejected} count={result.rejectedCount} />
      {tried && (
        <Button icon="upload" onClick={onImport}>
          {t('imports.now', 'Import it now')}
        </Button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  outcome: css({ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: theme.spacing(2) }),
  notices: css({ listStyle: 'none', li: { marginBottom: theme.spacing(0.5), color: theme.colors.text.secondary } }),
});
