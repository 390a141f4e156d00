import React from 'react';
import { t } from '@grafana/i18n';
import { LoadingPlaceholder, Stack } from '@grafana/ui';

import { ListFailed } from '../../common/ListFailed';
import { useAsked } from '../../common/useAsked';
import type { ImportClient } from './ImportClient';
import { Rejected } from './Rejected';
import type { ImportRun } from './types';

/** Under a row of the history: why it ended as it did, its remarks, and the rows that were not usable. */
export function RunDetails({ client, run }: { client: ImportClient; run: ImportRun }) {
  const asked = useAsked(`${run.importId} ${run.status}`, () => client.detail(run.importId));
  if (!asked.value) {
    return asked.reason ? (
      <ListFailed of={asked} />
    ) : (
      <LoadingPlaceholder text={t('imports.asking', 'Asking Encore…')} />
    );
  }
  const { error, notices, rejected, rejectedCount } = asked.value;
  const quiet = !error && notices.length === 0 && rejectedCount === 0;
  return (
    <Stack direction="column" gap={1}>
      {error && <p>{error}</p>}
      {notices.map(({ code, text }, index) => (
        <p key={`${code} ${index}`}>{text}</p>
      ))}
      <Rejected rows={rejected} count={rejectedCount} />
      {quiet && <p>{t('imports.quiet', 'Every row was usable, and there is nothing to remark.')}</p>}
    </Stack>
  );
}
