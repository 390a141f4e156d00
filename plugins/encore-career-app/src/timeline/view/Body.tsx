import { cx } from '@emotion/css';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { type ComponentProps, useId, useMemo, useState } from 'react';
import { markName } from '../details';
import { type Medium } from '../medium';
import { type TimelineModel } from '../model';
import { type LaneScene, type Mark } from '../scene';
import { stageBands } from '../stages';
import { testIds } from '../testIds';
import { type Options } from '../types';
import { type ActiveControl } from '../useActive';
import { type useGeometry } from '../useGeometry';
import { type Window } from '../useNear';
import { Ground } from './Ground';
import { Gutter, Headings } from './Gutter';
import { Lanes } from './Lanes';
import { More } from './More';
import { getStyles } from './styles';

interface Props {
  model: TimelineModel;
  options: Options;
  hidden: ReadonlySet<string>;
  medium: Medium;
  geometry: ReturnType<typeof useGeometry>;
  near: readonly LaneScene[];
  view: Window;
  active: ActiveControl;
  /** The mark that is outlined. */
  pointed: { lane: LaneScene; mark: Mark } | null;
  body: ComponentProps<'div'>['ref'];
  setPlot(el: HTMLDivElement | null): void;
  onScroll(top: number): void;
}

/** What scrolls: names of the lanes, the ground, the lanes themselves. */
export function Body(props: Props) {
  const { model, options, hidden, medium, geometry, near, view, active, pointed, body, setPlot, onScroll } = props;
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const uid = useId().replace(/\W/g, '');
  const { left, phone, plotWidth, scene, visible, ticks, bodyHeight, room } = geometry;
  const { ctx, lanes, rows } = scene;
  const { palette } = ctx;
  const { current } = active;
  const [atEnd, setAtEnd] = useState(false);
  const bands = useMemo(
    () => (options.stageBands && !hidden.has('stage') ? stageBands(ctx, near, view) : []),
    [options.stageBands, hidden, ctx, near, view]
  );
  const span = pointed && {
    x0: Math.max(ctx.x(pointed.mark.from), 0),
    x1: Math.min(ctx.x(pointed.mark.to), plotWidth),
  };
  return (
    <>
      <div
        ref={body}
        className={styles.body}
        style={{ height: bodyHeight }}
        onScroll={(e) => {
          const { scrollTop, scrollHeight, clientHeight } = e.currentTarget;
          onScroll(scrollTop);
          setAtEnd(scrollTop + clientHeight > scrollHeight - 4);
        }}
        data-testid={testIds.body}
      >
        <div style={{ position: 'relative', height: lanes.height }}>
          {phone ? <Headings lanes={near} /> : <Gutter lanes={near} rows={rows} width={left} />}
          <div
            ref={setPlot}
            className={cx(styles.plot, options.drag === 'pan' && styles.panned, current && styles.overMark)}
            style={{ left, width: plotWidth, height: lanes.height }}
            data-testid={testIds.plot}
            data-marks={visible.length}
          >
            <Ground
              lanes={near}
              ticks={ticks}
              bands={bands}
              width={plotWidth}
              view={view}
              futureX={options.now ? Math.max(ctx.x(model.asOf), 0) : plotWidth}
              span={span}
              palette={palette}
            />
            <Lanes
              lanes={near}
              view={view}
              uid={uid}
              palette={palette}
              width={plotWidth}
              link={theme.colors.text.link}
              pointed={pointed}
              reached={current?.active.by === 'keys' ? current : null}
              name={current ? markName(model, current.mark) : ''}
              nowX={ctx.nowX}
              onFocusLost={active.clear}
            />
          </div>
        </div>
      </div>
      {lanes.height > room + 1 && !atEnd && <More medium={medium} lanes={lanes} room={room} />}
    </>
  );
}
