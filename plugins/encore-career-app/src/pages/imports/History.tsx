import React, { useEffect, useMemo } from 'react';
import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, InteractiveTable, LoadingPlaceholder, type CellProps, type Column } from '@grafana/ui';

import { testIds } from '../../common/testIds';
import { ListFailed } from '../../common/ListFailed';
import { useAsked } from '../../common/useAsked';
import type { ImportClient } from './ImportClient';
import { RunDetails } from './RunDetails';
import type { ImportRun } from './types';
import { statusLook } from './words';

const MOST = 100;
const AGAIN_MS = 5_000;

interface Props {
  client: ImportClient;
  /** Another number asks again. */
  round: number;
}

/** Earlier imports, the latest first; one that goes on is asked after until it has ended. */
export function History({ client, round }: Props) {
  const asked = useAsked('history', () => client.history(MOST));
  const { value: runs, again } = asked;
  useEffect(() => {
    if (round > 0) {
      again();
    }
  }, [round, again]);
  const going = runs?.some(({ status }) => status === 'running') ?? false;
  useEffect(() => {
    const timer = going ? setInterval(again, AGAIN_MS) : undefined;
    return () => clearInterval(timer);
  }, [going, again]);
  const columns = useColumns();

  if (!runs) {
    return asked.reason ? (
      <ListFailed of={asked} />
    ) : (
      <LoadingPlaceholder text={t('imports.asking', 'Asking Encore…')} />
    );
  }
  if (runs.length === 0) {
    return <p>{t('imports.none', 'Nothing has been imported yet.')}</p>;
  }
  return (
    <div data-testid={testIds.imports.history}>
      <ListFailed of={asked} />
      <InteractiveTable
        columns={columns}
        data={runs}
        pageSize={20}
        getRowId={({ importId }: ImportRun) => importId}
        renderExpandedRow={(run) => <RunDetails client={client} run={run} />}
      />
    </div>
  );
}

function useColumns(): Array<Column<ImportRun>> {
  return useMemo(() => {
    const number = (id: keyof ImportRun, header: string): Column<ImportRun> => ({
      id,
      header,
      sortType: 'number',
      cell: ({ row }: CellProps<ImportRun>) => Number(row.original[id]).toLocaleString(),
    });
    return [
      {
        id: 'startedAt',
        header: t('imports.when', 'When'),
        sortType: 'alphanumeric',
        cell: ({ row }: CellProps<ImportRun>) => dateTimeFormat(row.original.startedAt),
      },
      { id: 'fileName', header: t('imports.file', 'File'), sortType: 'string' },
      { id: 'format', header: t('imports.format', 'Format'), sortType: 'string' },
      {
        id: 'status',
        header: t('imports.status', 'Status'),
        sortType: 'string',
        cell: ({ row }: CellProps<ImportRun>) => <Badge {...statusLook(row.original.status)} />,
      },
      number('read', t('imports.read', 'Rows read')),
      number('added', t('imports.added', 'New')),
      number('superseded', t('imports.superseded', 'Corrected')),
      number('unchanged', t('imports.unchanged', 'Known already')),
      number('rejectedCount', t('imports.rejected', 'Not usable')),
    ];
  }, []);
}
