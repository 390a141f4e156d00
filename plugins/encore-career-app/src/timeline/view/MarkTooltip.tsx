import { SortOrder, TooltipDisplayMode, type TimeZone } from '@grafana/schema';
import React, { useMemo } from 'react';
import { type Details } from '../details';
import { type TimelineModel } from '../model';
import { type Box } from '../scene';
import { type Looks } from '../series';
import { TimelineTooltip } from '../TimelineTooltip';
import { type Options } from '../types';
import { type ActiveMark } from '../useActive';
import { zoomsTo } from '../useKeys';
import { type RangeControl } from '../useRange';
import { together } from '../together';
import { padded } from '../zoom';

interface Props {
  current: ActiveMark;
  details: Details;
  model: TimelineModel;
  looks: Looks;
  zone: TimeZone;
  plot: HTMLElement;
  tooltip: Options['tooltip'];
  control: RangeControl;
  onClose(): void;
}

/** The tooltip of the active mark; in the mode All it adds what happens at the same time in the other lanes. */
export function MarkTooltip({ current, details, model, looks, zone, plot, tooltip, control, onClose }: Props) {
  const { mark, lane, active } = current;
  const box = plot.getBoundingClientRect();
  const shift = ({ x0, x1, y0, y1 }: Box): Box => {
    const top = box.top + lane.y + lane.heading;
    return { x0: box.left + x0, x1: box.left + x1, y0: top + y0, y1: top + y1 };
  };
  const label = useMemo(() => mark.label && shift(mark.label), [mark.label, box.left, box.top]); // eslint-disable-line react-hooks/exhaustive-deps -- shift depends on the plot's corner alone
  const all = tooltip?.mode === TooltipDisplayMode.Multi;
  const shown = useMemo(
    () =>
      all
        ? { ...details, lines: [...details.lines, ...together(model, mark, tooltip.sort ?? SortOrder.None, zone)] }
        : details,
    [all, details, model, mark, tooltip, zone]
  );
  const item = model.items[mark.items[0]];
  return (
    <TimelineTooltip
      details={shown}
      series={mark.type === 'item' ? looks.of(item) : looks.stack(item)}
      mark={shift(mark)}
      label={label}
      zone={zone}
      pinned={active.pinned}
      byKeys={active.by === 'keys'}
      onZoom={zoomsTo(mark) ? () => control.commit(padded(mark)) : undefined}
      onClose={onClose}
    />
  );
}
