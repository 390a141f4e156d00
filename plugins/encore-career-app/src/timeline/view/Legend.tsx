import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2, VizLegend, type VizLegendItem } from '@grafana/ui';
import { LegendDisplayMode, type VizLegendOptions } from '@grafana/schema';
import React, { type MouseEvent } from 'react';
import { type Series } from '../series';
import { testIds } from '../testIds';
import { say } from '../words';
import { Sign } from './Sign';

interface Props {
  series: readonly Series[];
  hidden: ReadonlySet<string>;
  options: VizLegendOptions;
  onToggle(key: string, append: boolean): void;
}

/** One entry a look, with its sign; a click isolates it, Ctrl or Cmd toggles it. */
export function Legend({ series, hidden, options, onToggle }: Props) {
  const styles = useStyles2(getStyles);
  const items = series.map(
    (entry): VizLegendItem<Series> => ({
      label: entry.label,
      color: entry.color,
      yAxis: 1,
      disabled: hidden.has(entry.key),
      getItemKey: () => entry.key,
      data: entry,
    })
  );
  const click = (key: string, e: MouseEvent<HTMLElement>) => onToggle(key, e.ctrlKey || e.metaKey || e.shiftKey);
  const keyOf = (item: VizLegendItem) => item.getItemKey?.() ?? item.label;
  if (options.displayMode === LegendDisplayMode.Table) {
    return (
      <VizLegend
        items={items}
        displayMode={options.displayMode}
        placement={options.placement}
        onLabelClick={(item, e) => click(keyOf(item), e)}
      />
    );
  }
  return (
    <VizLegend
      items={items}
      displayMode={LegendDisplayMode.List}
      placement={options.placement}
      itemRenderer={(item: VizLegendItem<Series>) => (
        <button
          type="button"
          className={cx(styles.item, item.disabled && styles.off)}
          aria-pressed={!item.disabled}
          title={say('legend.hint', 'Click to show only this, Ctrl and click to switch it')}
          onClick={(e) => click(keyOf(item), e)}
          data-testid={testIds.legend(keyOf(item))}
        >
          <Entry series={item.data} label={item.label} />
        </button>
      )}
    />
  );
}

function Entry({ series, label }: { series?: Series; label: string }) {
  const theme = useTheme2();
  return series?.parts?.length ? (
    <>
      {series.parts.map((part) => (
        <React.Fragment key={part.label}>
          <svg width={16} height={16} aria-hidden="true">
            <rect x={1.5} y={3.5} width={13} height={9} rx={2} fill={part.color} stroke={theme.colors.border.medium} />
          </svg>
          {part.label}
        </React.Fragment>
      ))}
    </>
  ) : (
    <>
      {series && <Sign series={series} />}
      {label}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  item: css({
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    minHeight: 24,
    padding: '0 6px 0 0',
    border: 'none',
    background: 'none',
    fontSize: 12,
    color: theme.colors.text.primary,
    whiteSpace: 'nowrap',
  }),
  off: css({ color: theme.colors.text.disabled, '& svg': { opacity: 0.35 } }),
});
