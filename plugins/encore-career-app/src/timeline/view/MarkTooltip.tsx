import { SortOrder, TooltipDisplayMode, type TimeZone } from '@grafana/schema';
import React, { useMemo, useState } from 'react';
import { describe, type Details, describeItem } from '../details';
import { type Item, type TimelineModel } from '../model';
import { type Box } from '../scene';
import { type Looks } from '../series';
import { together } from '../together';
import { type Options } from '../types';
import { type ActiveMark } from '../useActive';
import { zoomsTo } from '../useKeys';
import { type RangeControl } from '../useRange';
import { rangeAround } from '../lanes/jumps';
import { padded } from '../zoom';
import { ClusterList } from './ClusterList';
import { MarkCard } from './MarkCard';

interface Props {
  current: ActiveMark;
  model: TimelineModel;
  looks: Looks;
  zone: TimeZone;
  plot: HTMLElement;
  /** Px on screen of one px of the panel. */
  scale: number;
  tooltip: Options['tooltip'];
  control: RangeControl;
  onClose(): void;
  onLeave(): void;
}

/**
 * The card of the active mark. Pinned, a cluster lists all its members, and each leads to a card of its own. In the mode
 * All the card adds what happens at the same time in the other lanes.
 */
export function MarkTooltip({ current, model, looks, zone, plot, scale, tooltip, control, onClose, onLeave }: Props) {
  const { mark, lane, active } = current;
  const [member, setMember] = useState<{ item: Item; at: number } | null>(null);
  const [seen, setSeen] = useState<number | null>(null);
  const corner = plot.getBoundingClientRect();
  const [left, top] = [corner.left, corner.top + (lane.y + lane.heading) * scale];
  const shift = useMemo(
    () =>
      ({ x0, x1, y0, y1 }: Box): Box => ({
        x0: left + x0 * scale,
        x1: left + x1 * scale,
        y0: top + y0 * scale,
        y1: top + y1 * scale,
      }),
    [left, top, scale]
  );
  const label = useMemo(() => mark.label && shift(mark.label), [mark.label, shift]);
  const details = useMemo(() => describe(model, mark, zone), [model, mark, zone]);
  const all = tooltip?.mode === TooltipDisplayMode.Multi;
  const shown = useMemo((): Details => {
    if (member) {
      return describeItem(model, member.item, zone);
    }
    const others = all ? together(model, mark, tooltip.sort ?? SortOrder.None, zone) : [];
    return { ...details, lines: [...details.lines, ...others] };
  }, [member, all, details, model, mark, tooltip, zone]);
  const item = member?.item ?? model.items[mark.items[0]];
  const listed = active.pinned && mark.items.length > 1 && !member;
  const zoom = member ? rangeAround(member.item, shorter(control.range)) : zoomsTo(mark) ? padded(mark) : null;
  return (
    <MarkCard
      details={shown}
      series={mark.type === 'item' || member ? looks.of(item) : looks.stack(item)}
      mark={shift(mark)}
      label={label}
      home={plot}
      zone={zone}
      pinned={active.pinned}
      byKeys={active.by === 'keys'}
      onZoom={zoom ? () => control.commit(zoom) : undefined}
      onBack={member ? () => setMember(null) : undefined}
      onClose={onClose}
      onLeave={onLeave}
    >
      {listed ? (
        <ClusterList
          items={mark.items.map((i) => model.items[i])}
          model={model}
          looks={looks}
          zone={zone}
          takesFocus={active.by === 'keys' || seen !== null}
          at={seen ?? 0}
          onSelect={(chosen, at) => {
            setSeen(at);
            setMember({ item: chosen, at });
          }}
        />
      ) : undefined}
    </MarkCard>
  );
}

/** A third of the range, so that a member of a cluster stands by itself after the zoom. */
const shorter = ({ from, to }: { from: number; to: number }) => ({ from, to: from + (to - from) / 3 });
