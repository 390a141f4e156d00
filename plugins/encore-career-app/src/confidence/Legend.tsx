import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { LegendDisplayMode, type LegendPlacement } from '@grafana/schema';
import { PanelContextProvider, usePanelContext, useStyles2, VizLegend, type VizLegendItem } from '@grafana/ui';
import React, { useMemo } from 'react';

import { type LegendKey } from './legendKeys';
import { LegendSwatch } from './LegendSwatch';
import { testIds } from './testIds';

interface Props {
  keys: LegendKey[];
  placement: LegendPlacement;
  displayMode: LegendDisplayMode;
  onToggle: (key: LegendKey, add: boolean) => void;
}

/** Grafana's legend with this panel's swatches. A click shows an entry alone, with Ctrl, Cmd or Shift it toggles it. */
export function Legend({ keys, placement, displayMode, onToggle }: Props) {
  const styles = useStyles2(getStyles);
  const context = usePanelContext();
  const items = useMemo(() => keys.map(itemOf), [keys]);
  // Grafana's own toggle knows one field an entry; ours takes both bounds of a band.
  const own = useMemo(() => ({ ...context, onToggleSeriesVisibility: undefined }), [context]);
  const click = (item: VizLegendItem<LegendKey>, event: React.MouseEvent<HTMLButtonElement>) =>
    item.data && onToggle(item.data, event.ctrlKey || event.metaKey || event.shiftKey);
  const list = displayMode === LegendDisplayMode.List;
  return (
    <PanelContextProvider value={own}>
      <VizLegend<LegendKey>
        items={items}
        placement={placement}
        displayMode={displayMode}
        onLabelClick={click}
        itemRenderer={list ? (item) => <Entry item={item} styles={styles} onClick={click} /> : undefined}
      />
    </PanelContextProvider>
  );
}

interface EntryProps {
  item: VizLegendItem<LegendKey>;
  styles: ReturnType<typeof getStyles>;
  onClick: (item: VizLegendItem<LegendKey>, event: React.MouseEvent<HTMLButtonElement>) => void;
}

function Entry({ item, styles, onClick }: EntryProps) {
  const key = item.data!;
  const content = (
    <>
      <LegendSwatch {...key} />
      {item.label}
    </>
  );
  if (key.fields.length === 0 && key.kind === undefined) {
    return <span className={styles.entry}>{content}</span>;
  }
  return (
    <button
      type="button"
      className={cx(styles.entry, styles.button, item.disabled && styles.disabled)}
      aria-pressed={!item.disabled}
      data-testid={testIds.legend(item.label)}
      onClick={(event) => onClick(item, event)}
    >
      {content}
    </button>
  );
}

function itemOf(key: LegendKey): VizLegendItem<LegendKey> {
  return {
    label: key.label,
    color: key.color,
    disabled: key.disabled,
    yAxis: 1,
    data: key,
    getItemKey: () => key.id,
    lineStyle: key.sign === 'dashed' ? { fill: 'dash', dash: [6, 4] } : undefined,
  };
}

const getStyles = (theme: GrafanaTheme2) => ({
  entry: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    minHeight: 20,
    paddingRight: 6,
    whiteSpace: 'nowrap',
  }),
  button: css({
    background: 'none',
    border: 'none',
    padding: 0,
    paddingRight: 6,
    fontSize: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1, borderRadius: 2 },
  }),
  disabled: css({ color: theme.colors.text.disabled, '& svg': { opacity: 0.35 } }),
});
