import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { t } from '../common/t';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

import { measure, useFontsLoaded } from '../common/measure';
import { fittingCells, type HeaderCell } from './headerCells';
import { type HeaderForm } from './headerLine';
import { HeaderSquares } from './HeaderSquares';
import { type Model } from './model';
import { Rich } from './Rich';
import { testIds } from './testIds';

export const HEADER_HEIGHT: Record<HeaderForm, number> = { cells: 74, line: 28, stack: 72, none: 0 };

interface Props {
  form: HeaderForm;
  cells: HeaderCell[];
  line: string;
  model: Model;
  width: number;
  onPoint: (time: number | undefined) => void;
}

/** Answers before the picture: how much, how much more, how far off before, how often the band held. */
export const Header = React.memo(function Header({ form, cells, line, model, width, onPoint }: Props) {
  const styles = useStyles2(getStyles);
  useFontsLoaded();
  if (form === 'none') {
    return null;
  }
  if (form === 'line') {
    return (
      <div className={cx(styles.header, styles.line)} data-testid={testIds.header}>
        <Rich text={line} className={styles.strong} />
      </div>
    );
  }
  if (form === 'stack') {
    return <Stack cells={cells} />;
  }
  const fitting = fittingCells(cells, width, measure);
  return (
    <div className={cx(styles.header, styles.cells)} data-testid={testIds.header}>
      {fitting.map((cell) => (
        <div key={cell.key} className={styles.cell} data-testid={testIds.headerCell(cell.key)}>
          <div className={styles.note}>{cell.title}</div>
          <div className={styles.row}>
            <span className={cx(styles.big, cell.muted && styles.muted)}>{cell.big}</span>
            {cell.squares && <HeaderSquares points={cell.squares} model={model} onPoint={onPoint} />}
          </div>
          <div className={styles.note}>
            <Rich text={cell.note} className={styles.strong} />
          </div>
        </div>
      ))}
    </div>
  );
});

/** The phone's header: the expected value with its range, then one line on how good that was. */
function Stack({ cells }: { cells: HeaderCell[] }) {
  const styles = useStyles2(getStyles);
  const [first] = cells;
  const error = cells.find(({ key }) => key === 'error');
  const coverage = cells.find(({ key }) => key === 'coverage');
  const held = coverage && t('confidence.header.heldShort', 'band held {{hits}}', { hits: coverage.big });
  return (
    <div className={cx(styles.header, styles.stack)} data-testid={testIds.header}>
      <div className={cx(styles.big, first.muted && styles.muted)}>{first.big}</div>
      <div className={styles.note}>
        <Rich text={first.note} className={styles.strong} />
      </div>
      {first.key === 'expected' && <div className={styles.note}>{[error?.big, held].filter(Boolean).join(', ')}</div>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({ overflow: 'hidden', flexShrink: 0, letterSpacing: 'normal' }),
  cells: css({ display: 'flex', height: HEADER_HEIGHT.cells, paddingBottom: 4 }),
  line: css({
    height: HEADER_HEIGHT.line,
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
  }),
  stack: css({ height: HEADER_HEIGHT.stack }),
  cell: css({
    flexShrink: 0,
    whiteSpace: 'nowrap',
    '&:not(:last-child)': {
      paddingRight: theme.spacing(2),
      marginRight: theme.spacing(2),
      borderRight: `1px solid ${theme.colors.border.weak}`,
    },
  }),
  row: css({ display: 'flex', alignItems: 'center', gap: 12, height: 28 }),
  note: css({
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '18px',
    minHeight: 18,
    color: theme.colors.text.secondary,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  }),
  big: css({ fontSize: 20, lineHeight: '28px', fontWeight: theme.typography.fontWeightMedium }),
  muted: css({ color: theme.colors.text.secondary }),
  strong: css({ color: theme.colors.text.primary, fontWeight: theme.typography.fontWeightMedium }),
});
