import { type GrafanaTheme2 } from '@grafana/data';
import { t } from '../common/t';

import { bandOpacity, expectedColor } from './colors';
import { signOf } from './eventsLane';
import { kindColor, kindName } from './eventWords';
import { type FieldRef } from './fields';
import { laneEvents } from './layout';
import { type Model } from './model';
import { bandName } from './names';
import { type Series } from './series';
import { unusualName } from './words';
import { hiddenActual, hiddenMean } from './yAxis';

export type LegendSign = 'line' | 'dashed' | 'band' | 'bar' | 'record' | 'diamond' | 'planned' | 'ring';

export interface LegendKey {
  id: string;
  label: string;
  sign: LegendSign;
  color: string;
  /** of a band's swatch */
  opacity?: number;
  disabled: boolean;
  /** display names of the fields that this entry shows and hides: both bounds of a band */
  fields: string[];
  /** kind of event that this entry shows and hides */
  kind?: string;
}

/** One entry a line, one a band, one a kind of event; several series have one each. */
export function legendKeys(
  model: Model,
  theme: GrafanaTheme2,
  hiddenKinds: ReadonlySet<string>,
  events: 'all' | 'rings' | 'none',
  strength: number
): LegendKey[] {
  const { series } = model;
  const lines = series.length === 1 ? keysOf(series[0], theme, strength) : series.flatMap(keyOf);
  return events === 'none'
    ? lines
    : [
        ...lines,
        ...(events === 'all' ? laneKeys(model, theme, hiddenKinds) : []),
        ...ringKey(model, theme, hiddenKinds),
      ];
}

function keysOf(series: Series, theme: GrafanaTheme2, strength: number): LegendKey[] {
  const { group, color, name } = series;
  const bands = [...series.bands].reverse();
  const shown = bands.filter((band) => !band.hidden).length || bands.length;
  return [
    ...lineKey('actual', name, 'line', color, hiddenActual(series), group.actual),
    ...lineKey('expected', expectedName(series), 'dashed', expectedColor(color, theme), hiddenMean(series), group.mean),
    ...bands
      .filter((band) => band.inLegend)
      .map((band, i): LegendKey => {
        const rank = Math.min(bands.filter((other) => !other.hidden).indexOf(band), shown - 1);
        return {
          id: `band-${band.level}`,
          label: bandName(band.level, i === 0),
          sign: 'band',
          color,
          opacity: bandOpacity(rank < 0 ? Math.min(i, shown - 1) : rank, shown, strength).seen,
          disabled: band.hidden,
          fields: [band.lowerRef.name, band.upperRef.name],
        };
      }),
  ];
}

export function expectedName({ group }: Series) {
  return group.mean?.field.config.displayName ?? t('confidence.name.expected', 'Expected');
}

function lineKey(
  id: string,
  label: string,
  sign: LegendSign,
  color: string,
  disabled: boolean,
  ref: FieldRef | undefined
): LegendKey[] {
  const inLegend = ref && !ref.field.config.custom?.hideFrom?.legend;
  return inLegend ? [{ id, label, sign, color, disabled, fields: [ref.name] }] : [];
}

function keyOf(series: Series): LegendKey[] {
  const { group, name, color, bands } = series;
  const refs = [group.actual, group.mean].filter((ref) => ref !== undefined);
  if (refs.some((ref) => ref.field.config.custom?.hideFrom?.legend)) {
    return [];
  }
  const bounds = bands.flatMap(({ lowerRef, upperRef }) => [lowerRef.name, upperRef.name]);
  const disabled = hiddenActual(series) && hiddenMean(series);
  return [
    {
      id: `${series.key} ${name}`,
      label: name,
      sign: 'line',
      color,
      disabled,
      fields: [...refs.map((ref) => ref.name), ...bounds],
    },
  ];
}

/** Kinds in the events lane, then what planned ones look like. */
function laneKeys(model: Model, theme: GrafanaTheme2, hiddenKinds: ReadonlySet<string>): LegendKey[] {
  const lane = laneEvents(model);
  const kinds = [...new Set(lane.map(({ kind }) => kind))];
  const keys = kinds.map(
    (kind): LegendKey => ({
      id: `kind-${kind}`,
      label: kindName(kind),
      sign: signOf(lane.find((event) => event.kind === kind)!),
      color: kindColor(kind, theme),
      disabled: hiddenKinds.has(kind),
      fields: [],
      kind,
    })
  );
  if (lane.some((event) => event.planned)) {
    const label = t('confidence.legend.planned', 'Planned');
    keys.push({
      id: 'planned',
      label,
      sign: 'planned',
      color: theme.colors.text.secondary,
      disabled: false,
      fields: [],
    });
  }
  return keys;
}

function ringKey(model: Model, theme: GrafanaTheme2, hiddenKinds: ReadonlySet<string>): LegendKey[] {
  if (!model.events.some(({ kind }) => kind === 'unusual')) {
    return [];
  }
  return [
    {
      id: 'unusual',
      label: unusualName(model.bucket.unit),
      sign: 'ring',
      color: theme.colors.text.maxContrast,
      disabled: hiddenKinds.has('unusual'),
      fields: [],
      kind: 'unusual',
    },
  ];
}
