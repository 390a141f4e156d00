import { dateTime, type DataFrame, LoadingState, type PanelProps, ThresholdsMode, toDataFrame } from '@grafana/data';
import { LegendDisplayMode, SortOrder, TooltipDisplayMode } from '@grafana/schema';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import React from 'react';

import { ConfidencePanel } from './ConfidencePanel';
import { eventsFrame, forecastFrame, testedMeta } from './fixtures';
import { testIds } from './testIds';
import { type ConfidenceOptions } from './types';

// jsdom's pointer events have no position.
Object.assign(window, { PointerEvent: class extends MouseEvent {} });

const options: ConfidenceOptions = {
  fields: {},
  level: 80,
  header: 'auto',
  expected: 'auto',
  timeAxis: 'data',
  baseline: 'auto',
  showNow: true,
  showEvents: true,
  showLabels: true,
  showThresholds: false,
  legend: { showLegend: false, displayMode: LegendDisplayMode.List, placement: 'bottom', calcs: [] },
  tooltip: { mode: TooltipDisplayMode.Multi, sort: SortOrder.None },
};

function show(series: DataFrame[], more: Partial<PanelProps<ConfidenceOptions>> = {}) {
  const timeRange = {
    from: dateTime(Date.UTC(2023, 10, 1)),
    to: dateTime(Date.UTC(2027, 9, 31)),
    raw: { from: 'now-36M', to: 'now+12M' },
  };
  const handlers = { onChangeTimeRange: jest.fn(), onFieldConfigChange: jest.fn(), onOptionsChange: jest.fn() };
  const props = {
    id: 1,
    data: { series, state: LoadingState.Done, timeRange, request: { startTime: Date.UTC(2026, 9, 31) } },
    timeRange,
    timeZone: 'utc',
    options,
    width: 1300,
    height: 500,
    fieldConfig: { defaults: {}, overrides: [] },
    title: '',
    transparent: false,
    renderCounter: 1,
    replaceVariables: (text: string) => text,
    ...handlers,
    ...more,
  };
  const view = render(<ConfidencePanel {...(props as PanelProps<ConfidenceOptions>)} />);
  return { ...view, ...handlers };
}

const main = () => [forecastFrame({ custom: testedMeta }), eventsFrame()];
const chart = () => screen.getByRole('group', { name: /history and forecast/ });

describe('ConfidencePanel', () => {
  it('draws bands widest first, then the lines, with the header above', () => {
    const { container } = show(main());
    const order = [...container.querySelectorAll('[data-testid^="data-testid confidence band"]')].map((e) =>
      e.getAttribute('data-testid')
    );
    expect(order).toEqual([95, 80, 50].map(testIds.band));
    expect(screen.getByTestId(testIds.expected)).toHaveAttribute('stroke-dasharray', '6 4');
    expect(
      within(screen.getByTestId(testIds.headerCell('error'))).getByText('off by 9% on average')
    ).toBeInTheDocument();
    expect(screen.getAllByTestId(testIds.ring)).toHaveLength(2);
    expect(screen.getByTestId(testIds.now)).toHaveTextContent('Now: Oct 2026');
  });

  it('walks months by keys, says them, and leaves with Escape', () => {
    show(main());
    fireEvent.keyDown(chart(), { key: 'ArrowRight' });
    fireEvent.keyDown(chart(), { key: 'PageDown' });
    expect(screen.getByTestId(testIds.tooltip)).toHaveTextContent('October 2027');
    expect(screen.getByText(/^October 2027, 12 months ahead\. Expected \$34,900/)).toBeInTheDocument();
    fireEvent.keyDown(chart(), { key: 'Escape' });
    expect(screen.queryByTestId(testIds.tooltip)).not.toBeInTheDocument();
  });

  it('shows a tooltip at the pointer, pins it by a click, and none when it is switched off', () => {
    const { unmount } = show(main());
    fireEvent.pointerMove(screen.getByTestId(testIds.plot), { clientX: 700, clientY: 100 });
    expect(screen.getByTestId(testIds.tooltip)).toHaveAttribute('role', 'tooltip');
    fireEvent.pointerDown(screen.getByTestId(testIds.plot), { clientX: 700, button: 0 });
    fireEvent.pointerUp(screen.getByTestId(testIds.plot));
    expect(screen.getByTestId(testIds.tooltip)).toHaveAttribute('role', 'dialog');
    unmount();
    show(main(), { options: { ...options, tooltip: { mode: TooltipDisplayMode.None, sort: SortOrder.None } } });
    fireEvent.pointerMove(screen.getByTestId(testIds.plot), { clientX: 700, clientY: 100 });
    expect(screen.queryByTestId(testIds.tooltip)).not.toBeInTheDocument();
  });

  it('zooms the dashboard to a dragged span and goes back at a double click', () => {
    const { onChangeTimeRange } = show(main());
    const plot = screen.getByTestId(testIds.plot);
    fireEvent.pointerDown(plot, { clientX: 300, button: 0 });
    fireEvent.pointerMove(plot, { clientX: 600 });
    fireEvent.pointerUp(plot);
    const [{ from, to }] = onChangeTimeRange.mock.calls[0];
    expect(from).toBeGreaterThan(Date.UTC(2023, 10, 1));
    expect(to).toBeLessThan(Date.UTC(2027, 9, 1));
    fireEvent.doubleClick(plot);
    expect(onChangeTimeRange).toHaveBeenLastCalledWith({ from: Date.UTC(2023, 10, 1), to: Date.UTC(2027, 9, 31) });
  });

  it('draws thresholds as lines when asked', () => {
    const frames = main();
    frames[0].fields[1].config.thresholds = {
      mode: ThresholdsMode.Absolute,
      steps: [
        { value: -Infinity, color: 'green' },
        { value: 20000, color: 'red' },
      ],
    };
    show(frames, { options: { ...options, showThresholds: true } });
    expect(screen.getByTestId(testIds.thresholds).children).toHaveLength(1);
  });

  it('moves to the links of a month with Enter and back with Escape', () => {
    const frames = main();
    const [origin] = frames[0].fields;
    frames[0].fields[2].getLinks = () => [{ href: '/drivers', title: 'What drives this?', target: undefined, origin }];
    show(frames);
    fireEvent.keyDown(chart(), { key: 'End' });
    fireEvent.keyDown(chart(), { key: 'Enter' });
    expect(screen.getByRole('link', { name: 'What drives this?' })).toHaveFocus();
    fireEvent.keyDown(screen.getByRole('link'), { key: 'Escape' });
    expect(chart()).toHaveFocus();
    expect(screen.queryByTestId(testIds.tooltip)).not.toBeInTheDocument();
  });

  it('lets a pinned tooltip go when something else is clicked', () => {
    show(main());
    fireEvent.keyDown(chart(), { key: 'End' });
    fireEvent.keyDown(chart(), { key: 'Enter' });
    fireEvent.pointerDown(screen.getByTestId(testIds.tooltip));
    expect(screen.getByTestId(testIds.tooltip)).toBeInTheDocument();
    fireEvent.pointerDown(document.body);
    expect(screen.queryByTestId(testIds.tooltip)).not.toBeInTheDocument();
  });

  it('holds the same data as a table', () => {
    jest.useFakeTimers();
    show(main());
    act(() => jest.advanceTimersByTime(1000));
    jest.useRealTimers();
    const table = within(screen.getByTestId(testIds.table)).getByRole('table', {
      name: 'Nova Parade: history and forecast',
    });
    const texts = within(table)
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(texts).toHaveLength(49);
    expect(texts[0]).toBe('TimeRevenueExpected95% from95% to80% from80% to50% from50% to');
    expect(texts[48]).toMatch(/^Oct 2027\$34,900\$/);
  });

  it('explains too little history and shows it on demand', () => {
    show([forecastFrame({ months: [5200, 6100, 4300], future: [], custom: { subject: 'Kite Season' } })]);
    expect(screen.getByText('3 months of revenue are too few for a forecast')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Show the 3 months' }));
    expect(screen.getByTestId(testIds.history)).toBeInTheDocument();
  });

  it('shows notices of the data above the plot', () => {
    show([forecastFrame({ notices: [{ severity: 'warning', text: '12 months of history: wide intervals' }] })]);
    expect(screen.getByRole('note')).toHaveTextContent('▲ 12 months of history: wide intervals');
  });

  it('offers to go to data that lies outside the range', () => {
    const timeRange = { from: dateTime(0), to: dateTime(1000), raw: { from: '0', to: '1000' } };
    const { onChangeTimeRange } = show(main(), { timeRange });
    fireEvent.click(screen.getByRole('button', { name: 'Zoom to data' }));
    expect(onChangeTimeRange).toHaveBeenCalledTimes(1);
  });

  it('says why there is no forecast where the answer has no rows', () => {
    const text = 'No revenue of Nova Parade is known yet; import some to get a forecast.';
    show([toDataFrame({ name: 'forecast', meta: { notices: [{ severity: 'info', text }] }, fields: [] })]);
    expect(screen.getByText(/No revenue of Nova Parade is known yet; import some/)).toBeInTheDocument();
  });

  it('hands wrong shapes to the error view with the reason', () => {
    show([
      toDataFrame({
        fields: [
          { name: 'time', type: 'time', values: [1] },
          { name: 'value', type: 'number', values: [1] },
        ],
      }),
    ]);
    expect(screen.getByText(/No expected value found/)).toBeInTheDocument();
  });
});
