import React, { useMemo } from 'react';
import { t } from '@grafana/i18n';
import { InteractiveTable, Text, type CellProps, type Column } from '@grafana/ui';

import { testIds } from '../../common/testIds';
import type { Rejection } from './types';

interface Props {
  rows: Rejection[];
  /** All of them; the table has the first 1,000. */
  count: number;
}

/** Rows that did not land: where, what stands there, and why it is no use. */
export function Rejected({ rows, count }: Props) {
  const columns = useMemo<Array<Column<Rejection>>>(
    () => [
      { id: 'line', header: t('imports.line', 'Line'), sortType: 'number' },
      { id: 'column', header: t('imports.column', 'Column'), sortType: 'string' },
      {
        id: 'value',
        header: t('imports.value', 'Value'),
        cell: ({ row }: CellProps<Rejection>) => <code>{row.original.value}</code>,
      },
      { id: 'reason', header: t('imports.reason', 'Why it is no use') },
    ],
    []
  );
  const data = useMemo(() => rows.map((row) => ({ ...row, column: row.column ?? '' })), [rows]);
  if (count === 0) {
    return null;
  }
  return (
    <div data-testid={testIds.imports.rejected}>
      {count > rows.length && (
        <Text element="p" color="secondary" variant="bodySmall">
          {t('imports.first-rows', 'The first {{shown}} of {{count}} rows that are not usable:', {
            shown: rows.length.toLocaleString(),
            count: count.toLocaleString(),
          })}
        </Text>
      )}
      <InteractiveTable
        columns={columns}
        data={data}
        pageSize={20}
        getRowId={({ line, column, code }: Rejection) => `${line} ${column} ${code}`}
      />
    </div>
  );
}
