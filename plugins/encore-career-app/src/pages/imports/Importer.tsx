import { css } from '@emotion/css';
import React, { useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, LoadingPlaceholder, Stack, Text, useStyles2 } from '@grafana/ui';

import { testIds } from '../../common/testIds';
import { useAsked } from '../../common/useAsked';
import { ListFailed } from '../../common/ListFailed';
import { emptyDraft, missingIn, toOptions, type Draft, type Known } from './draft';
import { FormatCard } from './FormatCard';
import type { ImportClient } from './ImportClient';
import { ImportForm } from './ImportForm';
import { JobView } from './JobView';
import { useImport } from './useImport';
import { missingText } from './words';

interface Props {
  client: ImportClient;
  onEnd: () => void;
}

/** The form, what runs, and what came of it. */
export function Importer({ client, onEnd }: Props) {
  const known = useAsked('known', () => listsOf(client));
  if (!known.value) {
    return known.reason ? (
      <ListFailed of={known} />
    ) : (
      <LoadingPlaceholder text={t('imports.loading', 'Asking Encore what it can read…')} />
    );
  }
  return <Ready client={client} known={known.value} onEnd={() => (known.again(), onEnd())} />;
}

function Ready({ client, known, onEnd }: Props & { known: Known }) {
  const styles = useStyles2(getStyles);
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const { job, start, cancel, reset } = useImport(client, onEnd);
  const busy = job.phase === 'uploading' || job.phase === 'reading';
  const missing = missingIn(draft, known);
  const run = (dryRun: boolean) => draft.file && start(draft.file, toOptions(draft, known, dryRun));
  const change = (changes: Partial<Draft>) => {
    setDraft((last) => ({ ...last, ...changes }));
    reset();
  };

  return (
    <div className={styles.columns}>
      <section className={styles.form}>
        <ImportForm draft={draft} known={known} disabled={busy} onChange={change} />
        <Stack alignItems="center" wrap="wrap">
          <Button
            variant="secondary"
            disabled={busy || Boolean(missing)}
            data-testid={testIds.imports.tryOut}
            onClick={() => run(true)}
          >
            {t('imports.try', 'Try it out')}
          </Button>
          <Button
            icon="upload"
            disabled={busy || Boolean(missing)}
            data-testid={testIds.imports.start}
            onClick={() => run(false)}
          >
            {t('imports.start', 'Import')}
          </Button>
          <Text color="secondary" variant="bodySmall">
            {missing
              ? missingText(missing)
              : t('imports.try-says', 'Trying it out reads the whole file and changes nothing.')}
          </Text>
        </Stack>
      </section>
      <section className={styles.side} aria-live="polite">
        {job.phase === 'idle' ? (
          <FormatCard draft={draft} known={known} />
        ) : (
          <JobView job={job} onCancel={cancel} onImport={() => run(false)} />
        )}
      </section>
    </div>
  );
}

async function listsOf(client: ImportClient): Promise<Known> {
  const [formats, artists] = await Promise.all([client.formats(), client.artists()]);
  return { formats, artists };
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(4),
    [theme.breakpoints.up('lg')]: { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)' },
  }),
  form: css({ maxWidth: theme.spacing(75) }),
  side: css({ minWidth: 0 }),
});
