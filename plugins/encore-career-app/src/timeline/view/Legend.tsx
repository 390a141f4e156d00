import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Toggletip, useStyles2, useTheme2, VizLegend, type VizLegendItem } from '@grafana/ui';
import { LegendDisplayMode, type VizLegendOptions } from '@grafana/schema';
import React, { type MouseEvent } from 'react';
import { LEGEND, type LegendFit } from '../legendFit';
import { type Series } from '../series';
import { testIds } from '../testIds';
import { say } from '../words';
import { Sign } from './Sign';

interface Props {
  series: readonly Series[];
  hidden: ReadonlySet<string>;
  options: VizLegendOptions;
  /** How a list below the chart is laid out; a list beside it has one entry a line. */
  fit?: LegendFit;
  onToggle(key: string, append: boolean): void;
}

/** One entry a look, with its sign; a click isolates it, Ctrl or Cmd toggles it. */
export function Legend({ series, hidden, options, fit, onToggle }: Props) {
  const styles = useStyles2(getStyles);
  const click = (key: string, e: MouseEvent<HTMLElement>) => onToggle(key, e.ctrlKey || e.metaKey || e.shiftKey);
  if (options.displayMode === LegendDisplayMode.Table) {
    return (
      <VizLegend
        items={series.map((entry) => tableItem(entry, hidden))}
        displayMode={options.displayMode}
        placement={options.placement}
        onLabelClick={(item, e) => click(item.getItemKey?.() ?? item.label, e)}
      />
    );
  }
  const item = (entry: Series) => (
    <li key={entry.key}>
      <button
        type="button"
        className={cx(styles.item, hidden.has(entry.key) && styles.off)}
        aria-pressed={!hidden.has(entry.key)}
        title={say('legend.hint', 'Click to show only this, Ctrl and click to switch it')}
        onClick={(e) => click(entry.key, e)}
        data-testid={testIds.legend(entry.key)}
      >
        <Entry series={entry} />
      </button>
    </li>
  );
  const rest = series.slice(fit?.shown ?? series.length);
  return (
    <ul
      className={cx(styles.list, !fit && styles.column)}
      style={{ height: fit?.height }}
      data-testid={testIds.legendList}
    >
      {series.slice(0, fit?.shown).map(item)}
      {rest.length > 0 && (
        <li>
          <Toggletip content={<ul className={styles.rest}>{rest.map(item)}</ul>} placement="top" closeButton={false}>
            <button
              type="button"
              className={styles.item}
              aria-label={say('legend.more', '{{n}} more', { n: rest.length })}
              data-testid={testIds.legendMore}
            >
              +{rest.length}
            </button>
          </Toggletip>
        </li>
      )}
    </ul>
  );
}

function tableItem({ key, label, color }: Series, hidden: ReadonlySet<string>): VizLegendItem {
  return { label, color, yAxis: 1, disabled: hidden.has(key), getItemKey: () => key };
}

function Entry({ series }: { series: Series }) {
  const theme = useTheme2();
  return series.parts?.length ? (
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
      <Sign series={series} />
      {series.label}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  /** Rows of a known height, since the chart takes what they leave. */
  list: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignContent: 'flex-start',
    padding: LEGEND.pad,
    overflow: 'hidden',
    listStyle: 'none',
    // Entries are placed by their measured width, which knows no spacing.
    letterSpacing: 'normal',
  }),
  column: css({ flexDirection: 'column', flexWrap: 'nowrap' }),
  rest: css({ display: 'flex', flexWrap: 'wrap', listStyle: 'none', letterSpacing: 'normal' }),
  item: css({
    display: 'flex',
    alignItems: 'center',
    gap: LEGEND.gap,
    height: LEGEND.row,
    margin: `0 ${LEGEND.after - LEGEND.gap}px 0 0`,
    padding: `0 ${LEGEND.gap}px 0 0`,
    border: 'none',
    background: 'none',
    fontSize: 12,
    color: theme.colors.text.primary,
    whiteSpace: 'nowrap',
  }),
  off: css({ color: theme.colors.text.disabled, '& svg': { opacity: 0.35 } }),
});
