import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { SceneObjectBase, type SceneComponentProps, type SceneObjectState, type VizPanel } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import type { CSSProperties } from 'react';
import type { GridPos } from './dashboardJson.ts';

const rowHeight = 30;
const gap = 8;

/** On a phone a panel is never taller than a screen, in px; charts fold what they can. */
const tallest = 600;

interface CellState extends SceneObjectState {
  gridPos: GridPos;
  body: VizPanel;
}

/** A panel and its place. */
export class GridCell extends SceneObjectBase<CellState> {
  static Component = Cell;
}

interface GridState extends SceneObjectState {
  cells: GridCell[];
}

/** Grafana's grid: 24 columns; one column, in reading order, where the screen is narrow. */
export class Grid extends SceneObjectBase<GridState> {
  static Component = GridView;
}

function GridView({ model }: SceneComponentProps<Grid>) {
  const styles = useStyles2(getStyles);
  const { cells } = model.useState();
  return (
    <div className={styles.grid}>
      {cells.map((cell) => (
        <cell.Component key={cell.state.key} model={cell} />
      ))}
    </div>
  );
}

function Cell({ model }: SceneComponentProps<GridCell>) {
  const styles = useStyles2(getStyles);
  const { body, gridPos } = model.useState();
  const { x, y, w, h } = gridPos;
  const place = { gridColumn: `${x + 1} / span ${w}`, gridRow: `${y + 1} / span ${h}` };
  const height = h * (rowHeight + gap) - gap;
  return (
    <section
      className={styles.cell}
      style={{ ...place, height, '--narrow-height': `${Math.min(height, tallest)}px` } as CSSProperties}
    >
      <div className={styles.panel}>
        <body.Component model={body} />
      </div>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({
    display: 'grid',
    gap,
    gridAutoRows: rowHeight,
    gridTemplateColumns: 'repeat(24, minmax(0, 1fr))',
    [theme.breakpoints.down('md')]: { display: 'flex', flexDirection: 'column' },
  }),
  cell: css({
    display: 'flex',
    minWidth: 0,
    position: 'relative',
    [theme.breakpoints.down('md')]: { height: 'var(--narrow-height) !important' },
  }),
  panel: css({ inset: 0, position: 'absolute' }),
});
