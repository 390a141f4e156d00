import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { type Remarks } from '../remarks';
import { type TextRun } from '../scene';
import { testIds } from '../testIds';
import { say } from '../words';
import { getStyles } from './styles';

interface Props {
  runs: readonly TextRun[];
  remarks: Remarks;
  listed: boolean;
  narrow: boolean;
  phone: boolean;
  /** Nobody can press a button: a wall or paper. */
  still: boolean;
  zoomed: boolean;
  onList(): void;
  onZoom(factor: number): void;
  onFit(): void;
  /** Goes back to where the zooming began; absent where there was none. */
  onClear?(): void;
}

/** Who, when and how many on the left; remarks about the data and zoom on the right. */
export function Header({ runs, remarks, listed, narrow, phone, still, zoomed, onList, onZoom, onFit, onClear }: Props) {
  const styles = useStyles2(getStyles);
  const text = runs.map((run) => run.text).join('');
  return (
    <div className={styles.header} data-testid={testIds.header}>
      {zoomed && !phone && !still && (
        <button type="button" className={styles.back} onClick={onFit}>
          {say('head.back', '◂ All years')}
        </button>
      )}
      <div className={styles.headline} title={text}>
        {runs.map((run, i) => (
          <span key={i} className={run.bold ? styles.strong : undefined}>
            {run.text}
          </span>
        ))}
      </div>
      {remarks.text !== '' && (
        <button
          type="button"
          className={styles.notice}
          onClick={onList}
          aria-expanded={listed}
          title={remarks.text}
          data-testid={testIds.notice}
        >
          <span>▲ {narrow ? remarks.items.length : remarks.text}</span>
          {!narrow && !still && <u>{remarks.action}</u>}
        </button>
      )}
      {onClear && !still && (
        <Button
          size="sm"
          variant="secondary"
          icon="history-alt"
          aria-label={say('zoom.clear', 'Clear zoom')}
          title={say('zoom.clearHint', 'Back to the range before the zoom')}
          onClick={onClear}
          data-testid={testIds.clear}
        >
          {!narrow && say('zoom.clear', 'Clear zoom')}
        </Button>
      )}
      {!phone && !still && (
        <>
          <Button
            size="sm"
            variant="secondary"
            fill="outline"
            aria-label={say('zoom.out', 'Zoom out')}
            title={say('zoom.out', 'Zoom out')}
            onClick={() => onZoom(2)}
            data-testid={testIds.zoomOut}
          >
            −
          </Button>
          <Button
            size="sm"
            variant="secondary"
            fill="outline"
            aria-label={say('zoom.in', 'Zoom in')}
            title={say('zoom.in', 'Zoom in')}
            onClick={() => onZoom(0.5)}
            data-testid={testIds.zoomIn}
          >
            +
          </Button>
        </>
      )}
      {(!phone || zoomed) && !still && (
        <Button size="sm" variant="secondary" fill="outline" onClick={onFit} data-testid={testIds.fit}>
          {say('zoom.fit', 'Fit all')}
        </Button>
      )}
    </div>
  );
}
