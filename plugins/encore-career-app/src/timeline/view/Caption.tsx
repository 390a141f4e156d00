import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { describe } from '../details';
import { type TimelineModel } from '../model';
import { type LaneScene, type Mark } from '../scene';
import { testIds } from '../testIds';
import { CAPTION } from '../useGeometry';
import { getStyles } from './styles';

interface Props {
  pointed: { lane: LaneScene; mark: Mark } | null;
  model: TimelineModel;
  zone: string;
}

/** What the outlined mark is, in a line below the chart: everything that its card would say. */
export function Caption({ pointed, model, zone }: Props) {
  const styles = useStyles2(getStyles);
  const details = useMemo(() => pointed && describe(model, pointed.mark, zone), [pointed, model, zone]);
  return (
    <div className={styles.caption} style={{ height: CAPTION }} data-testid={testIds.caption}>
      {details && (
        <>
          <span className={styles.strong}>{details.title}</span>
          {details.lines.map((line, i) => (
            <span key={i}>
              {line.name} <span className={styles.strong}>{line.value}</span>
            </span>
          ))}
        </>
      )}
    </div>
  );
}
