import { SortOrder } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import React, { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { TooltipShell } from '../../common/TooltipShell';
import { type Rect } from '../../common/placeTooltip';
import { type TimelineModel } from '../model';
import { testIds } from '../testIds';
import { together } from '../together';
import { getTooltipStyles } from './tooltipStyles';

interface Props {
  time: number;
  title: string;
  /** Px of the plot. */
  x: number;
  /** Ms that still count as the same moment. */
  slack: number;
  model: TimelineModel;
  zone: string;
}

/** What happens in each lane at a time that another panel of the dashboard points at. */
export function MomentTooltip({ time, title, x, slack, model, zone }: Props) {
  const styles = useStyles2(getTooltipStyles);
  const ref = useRef<HTMLDivElement>(null);
  const [anchor, setAnchor] = useState<Rect | null>(null);
  const lines = useMemo(
    () => together(model, { items: [], from: time - slack, to: time + slack }, SortOrder.None, zone).slice(0, 8),
    [model, time, slack, zone]
  );
  useLayoutEffect(() => {
    const box = ref.current?.getBoundingClientRect();
    if (box) {
      setAnchor({ x: box.x, y: box.y, width: 1, height: 24 });
    }
  }, [x]);
  return (
    <div ref={ref} style={{ position: 'absolute', left: x, top: 0 }}>
      {anchor && lines.length > 0 && (
        <TooltipShell anchor={anchor} prefer="right" title={title} testId={testIds.moment}>
          {lines.map(({ name, value }) => (
            <div key={name} className={styles.line}>
              <span className={styles.name}>{name}</span>
              <span className={styles.value}>{value}</span>
            </div>
          ))}
        </TooltipShell>
      )}
    </div>
  );
}
