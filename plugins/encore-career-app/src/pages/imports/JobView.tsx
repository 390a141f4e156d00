import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Button, useStyles2 } from '@grafana/ui';

import { testIds } from '../../common/testIds';
import { Outcome } from './Outcome';
import type { Job } from './useImport';
import { formatBytes } from './words';

interface Props {
  job: Job;
  onCancel: () => void;
  /** After a try-out: the same for real. */
  onImport: () => void;
}

/** Progress with a way out, then what came of it. */
export function JobView({ job, onCancel, onImport }: Props) {
  switch (job.phase) {
    case 'uploading':
      return (
        <Running
          share={job.sent / Math.max(1, job.total)}
          text={t('imports.uploading', 'Sending: {{sent}} of {{total}}', {
            sent: formatBytes(job.sent),
            total: formatBytes(job.total),
          })}
          onCancel={onCancel}
        />
      );
    case 'reading':
      return (
        <Running
          text={
            job.dryRun
              ? t('imports.trying', 'Reading the file; nothing is changed…')
              : t('imports.reading', 'Reading the file into Encore…')
          }
          onCancel={onCancel}
        />
      );
    case 'done':
      return <Outcome result={job.result} fileName={job.fileName} onImport={onImport} />;
    case 'failed':
      return (
        <Alert severity="error" title={t('imports.failed', 'Nothing was imported')}>
          {job.reason}
        </Alert>
      );
    case 'cancelled':
      return (
        <Alert severity="info" title={t('imports.cancelled', 'Cancelled')}>
          {t(
            'imports.cancelled-says',
            'Nothing was taken in, unless the last row had been read already: the list below says so.'
          )}
        </Alert>
      );
    case 'idle':
      return null;
  }
}

function Running({ share, text, onCancel }: { share?: number; text: string; onCancel: () => void }) {
  const styles = useStyles2(getStyles);
  const percent = share === undefined ? undefined : Math.round(share * 100);
  return (
    <div className={styles.running} data-testid={testIds.imports.progress}>
      <p>{text}</p>
      <progress className={styles.bar} max={100} value={percent} aria-label={text} />
      <p className={styles.hint}>{t('imports.keep-open', 'Closing this tab cancels the import.')}</p>
      <Button variant="secondary" icon="times" onClick={onCancel} data-testid={testIds.imports.cancel}>
        {t('imports.cancel', 'Cancel')}
      </Button>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  running: css({
    padding: theme.spacing(2, 3),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  bar: css({
    colorScheme: theme.isDark ? 'dark' : 'light',
    width: '100%',
    height: theme.spacing(1),
    accentColor: theme.colors.primary.main,
  }),
  hint: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary }),
});
