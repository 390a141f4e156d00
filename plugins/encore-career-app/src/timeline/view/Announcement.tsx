import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { announce, describe } from '../details';
import { reachable } from '../hit';
import { type TimelineModel } from '../model';
import { testIds } from '../testIds';
import { type ActiveMark } from '../useActive';
import { getStyles } from './styles';

/** Tells a screen reader about the mark that the keys have reached. */
export function Announcement({
  current,
  model,
  zone,
}: {
  current: ActiveMark | null;
  model: TimelineModel;
  zone: string;
}) {
  const styles = useStyles2(getStyles);
  const said = useMemo(() => {
    if (current?.active.by !== 'keys' || current.active.pinned) {
      return '';
    }
    const marks = reachable(current.lane);
    const at = marks.findIndex((mark) => mark.id === current.mark.id) + 1;
    return announce(describe(model, current.mark, zone), { lane: current.lane.title, at, of: marks.length });
  }, [current, model, zone]);
  return (
    <div className={styles.hidden} aria-live="polite" data-testid={testIds.live}>
      {said}
    </div>
  );
}
