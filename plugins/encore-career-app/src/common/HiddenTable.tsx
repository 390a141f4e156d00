import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  caption: string;
  head: string[];
  /** one row a mark; the first cell names it */
  rows: string[][];
  testId?: string;
}

/** The same data as a table for screen readers: invisible, but in reading order behind the drawing. */
export const HiddenTable = React.memo(function HiddenTable({ caption, head, rows, testId }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.hidden} data-testid={testId}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name, i) => (
              <th key={i} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, i) => (
            <tr key={i}>
              {cells.map((cell, j) =>
                j === 0 ? (
                  <th key={j} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={j}>{cell}</td>
                )
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

const getStyles = (theme: GrafanaTheme2) => ({
  hidden: css({
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
    color: theme.colors.text.primary,
  }),
});
