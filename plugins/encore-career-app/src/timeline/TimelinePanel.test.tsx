import {
  createDataFrame,
  type DataFrame,
  dateTime,
  EventBusSrv,
  type FieldConfigSource,
  FieldType,
  LoadingState,
  type PanelProps,
  type TimeRange,
} from '@grafana/data';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import React from 'react';
import { allOptions, careerFrames, wholeCareer } from './fixtures';
import { testIds } from './testIds';
import { TimelinePanel } from './TimelinePanel';
import { type Options } from './types';

function rangeOf({ from, to }: { from: number; to: number }): TimeRange {
  const raw = { from: dateTime(from), to: dateTime(to) };
  return { ...raw, raw };
}

function show(series: DataFrame[], options: Partial<Options> = {}, range = wholeCareer, width = 1200) {
  const onChangeTimeRange = jest.fn();
  const onOptionsChange = jest.fn();
  const timeRange = rangeOf(range);
  const fieldConfig: FieldConfigSource = { defaults: {}, overrides: [] };
  const props: PanelProps<Options> = {
    id: 1,
    title: '',
    transparent: false,
    renderCounter: 0,
    data: { series, state: LoadingState.Done, timeRange },
    timeRange,
    timeZone: 'utc',
    options: { ...allOptions, ...options },
    fieldConfig,
    width,
    height: 600,
    eventBus: new EventBusSrv(),
    replaceVariables: (text) => text,
    onOptionsChange,
    onFieldConfigChange: jest.fn(),
    onChangeTimeRange,
  };
  const { rerender } = render(<TimelinePanel {...props} />);
  const follow = (next: { from: number; to: number }) =>
    rerender(<TimelinePanel {...props} timeRange={rangeOf(next)} />);
  return { onChangeTimeRange, onOptionsChange, follow };
}

describe('TimelinePanel', () => {
  it('draws a lane a kind, and one stop of the Tab key for all of them', () => {
    show(careerFrames());
    const lanes = ['tour', 'show', 'release', 'goal'].map((key) => screen.getByTestId(testIds.lane(key)));
    expect(lanes.map((lane) => lane.getAttribute('tabindex'))).toEqual(['0', '-1', '-1', '-1']);
    expect(screen.getByTestId(testIds.header)).toHaveTextContent(
      'Kite Season · Jan 2019 – Jan 2026 · 70 shows, 1 tour, 1 release'
    );
    expect(screen.getByTestId(testIds.now)).toHaveTextContent('Now: 1 Jan 2024');
  });

  it('goes through marks by arrows, tells them and zooms to one by z', () => {
    const { onChangeTimeRange } = show(careerFrames());
    const lane = screen.getByTestId(testIds.lane('tour'));
    fireEvent.keyDown(lane, { key: 'ArrowRight' });
    expect(screen.getByTestId(testIds.live)).toHaveTextContent(/^Paper Boats Tour\. When: 1 Mar – 27 Jun 2022/);
    expect(screen.getByTestId(testIds.tooltip)).toHaveTextContent('Paper Boats Tour');
    expect(screen.getByTestId(testIds.mark)).toHaveFocus();
    fireEvent.keyDown(screen.getByTestId(testIds.mark), { key: 'z' });
    const [{ from, to }] = onChangeTimeRange.mock.calls[0];
    expect([new Date(from).getUTCFullYear(), new Date(to).getUTCFullYear()]).toEqual([2022, 2022]);
  });

  it('opens an instant by Enter and leaves it by Escape', () => {
    show(careerFrames());
    const lane = screen.getByTestId(testIds.lane('release'));
    fireEvent.keyDown(lane, { key: 'ArrowRight' });
    fireEvent.keyDown(lane, { key: 'Enter' });
    expect(screen.getByRole('dialog', { name: 'Paper Boats' })).toBeInTheDocument();
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByTestId(testIds.mark)).toHaveFocus();
    fireEvent.keyDown(screen.getByTestId(testIds.mark), { key: 'Escape' });
    expect(screen.queryByTestId(testIds.tooltip)).not.toBeInTheDocument();
    expect(lane).toHaveFocus();
  });

  it('opens a cluster by Enter into a list of all its members, each with a card of its own', async () => {
    show(careerFrames());
    fireEvent.keyDown(screen.getByTestId(testIds.lane('show')), { key: 'End' });
    expect(screen.getByTestId(testIds.live)).toHaveTextContent(/^60 shows\. .*Shows, \d+ of \d+$/);
    fireEvent.keyDown(screen.getByTestId(testIds.mark), { key: 'Enter' });
    const list = screen.getByRole('list');
    expect(within(list).getAllByRole('listitem')[0]).toHaveAttribute('aria-setsize', '60');
    expect(screen.getByTestId(testIds.member(0))).toHaveFocus();
    fireEvent.keyDown(list, { key: 'End' });
    expect(screen.getByTestId(testIds.member(59))).toHaveFocus();
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'hall 33' } });
    fireEvent.click(within(list).getByText('Hall 33'));
    expect(screen.getByRole('dialog', { name: 'Hall 33' })).toHaveTextContent('City 5');
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect(screen.getByRole('dialog', { name: '60 shows' })).toBeInTheDocument();
  });

  it('moves between lanes by up and down, and keeps to the time', () => {
    show(careerFrames());
    fireEvent.keyDown(screen.getByTestId(testIds.lane('tour')), { key: 'ArrowRight' });
    fireEvent.keyDown(screen.getByTestId(testIds.mark), { key: 'ArrowDown' });
    expect(screen.getByTestId(testIds.live)).toHaveTextContent(/^60 shows/);
    expect(screen.getByTestId(testIds.lane('show'))).toContainElement(screen.getByTestId(testIds.mark));
    fireEvent.keyDown(screen.getByTestId(testIds.mark), { key: 'End', ctrlKey: true });
    expect(screen.getByTestId(testIds.live)).toHaveTextContent(/^100 shows\. .*Deadline: 1 Jun 2025, in 17 months/);
  });

  it('moves the focus to a lane that has no mark in the range', () => {
    const fields = [
      { name: 'time', type: FieldType.time, values: [Date.UTC(2022, 0, 1), Date.UTC(2010, 0, 1)] },
      { name: 'title', type: FieldType.string, values: ['Debut', 'Debut'] },
      { name: 'kind', type: FieldType.string, values: ['release', 'release'] },
      { name: 'artist', type: FieldType.string, values: ['Ada', 'Ben'] },
    ];
    show([createDataFrame({ fields })]);
    fireEvent.keyDown(screen.getByTestId(testIds.lane('Ada')), { key: 'ArrowRight' });
    fireEvent.keyDown(screen.getByTestId(testIds.mark), { key: 'ArrowDown' });
    expect(screen.getByTestId(testIds.lane('Ben'))).toHaveFocus();
    expect(screen.getByTestId(testIds.lane('Ben'))).toHaveAttribute('tabindex', '0');
    fireEvent.keyDown(screen.getByTestId(testIds.lane('Ben')), { key: 'ArrowUp' });
    expect(screen.getByTestId(testIds.lane('Ada'))).toHaveFocus();
  });

  it('leads back to the range before the zoom', () => {
    const { onChangeTimeRange, follow } = show(careerFrames());
    expect(screen.queryByTestId(testIds.clear)).not.toBeInTheDocument();
    fireEvent.click(screen.getByTestId(testIds.zoomIn));
    follow(onChangeTimeRange.mock.calls[0][0]);
    fireEvent.click(screen.getByTestId(testIds.clear));
    expect(onChangeTimeRange.mock.calls[1][0]).toEqual(wholeCareer);
    follow(wholeCareer);
    expect(screen.queryByTestId(testIds.clear)).not.toBeInTheDocument();
  });

  it('keeps the width of the names that keys or a drag give it', () => {
    const { onOptionsChange } = show(careerFrames());
    const edge = screen.getByRole('separator', { name: 'Width of the lane names' });
    expect(edge).toHaveAttribute('aria-valuenow', '124');
    fireEvent.keyDown(edge, { key: 'ArrowRight' });
    expect(onOptionsChange).toHaveBeenLastCalledWith({ ...allOptions, labelWidth: 132 });
    fireEvent.doubleClick(edge);
    expect(onOptionsChange).toHaveBeenLastCalledWith({ ...allOptions, labelWidth: 124 });
  });

  it('needs no pointer on a wall: no buttons, and each mark told in a line', () => {
    show(careerFrames(), { tv: 'always' });
    expect(screen.getByTestId(testIds.panel)).toHaveAttribute('data-medium', 'tv');
    expect(screen.queryByTestId(testIds.zoomIn)).not.toBeInTheDocument();
    expect(screen.getByTestId(testIds.caption)).toHaveTextContent('Paper Boats TourWhen 1 Mar – 27 Jun 2022');
  });

  it('drives the time range by keys and buttons', () => {
    const { onChangeTimeRange } = show(careerFrames());
    fireEvent.keyDown(screen.getByTestId(testIds.lane('tour')), { key: '+' });
    const half = onChangeTimeRange.mock.calls[0][0];
    expect((half.to - half.from) / (wholeCareer.to - wholeCareer.from)).toBeCloseTo(0.5);
    fireEvent.click(screen.getByTestId(testIds.fit));
    const all = onChangeTimeRange.mock.calls[1][0];
    expect(all.from).toBeLessThan(Date.UTC(2020, 0, 5));
    expect(all.to).toBeGreaterThan(Date.UTC(2025, 5, 1));
  });

  it('asks the dashboard once a wheel has come to rest', () => {
    jest.useFakeTimers();
    const { onChangeTimeRange } = show(careerFrames());
    const plot = screen.getByTestId(testIds.plot);
    act(() => {
      for (let i = 0; i < 5; i++) {
        plot.dispatchEvent(new WheelEvent('wheel', { deltaY: -50, bubbles: true, cancelable: true }));
      }
    });
    expect(onChangeTimeRange).not.toHaveBeenCalled();
    act(() => void jest.advanceTimersByTime(400));
    expect(onChangeTimeRange).toHaveBeenCalledTimes(1);
    jest.useRealTimers();
  });

  it('lists what has no date beside the chart', () => {
    show(careerFrames());
    fireEvent.click(screen.getByTestId(testIds.notice));
    expect(within(screen.getByTestId(testIds.undated)).getByText('The Cellar')).toBeInTheDocument();
  });

  it('has a table with one row an item for screen readers, a page at a time', async () => {
    show(careerFrames());
    const table = await screen.findByTestId(testIds.table);
    expect(within(table).getByText('Items of the timeline, 1 to 50 of 74')).toBeInTheDocument();
    expect(within(table).getAllByRole('row', { hidden: true })).toHaveLength(51);
  });

  it('says so and offers the way back when the range holds nothing', () => {
    const { onChangeTimeRange } = show(careerFrames(), {}, { from: Date.UTC(1999, 0, 1), to: Date.UTC(1999, 5, 1) });
    fireEvent.click(within(screen.getByTestId(testIds.outside)).getByRole('button'));
    expect(onChangeTimeRange).toHaveBeenCalledTimes(1);
  });

  it('tells an empty career what to import, with the button only where a link is set', () => {
    const empty = careerFrames().map((frame) => ({
      ...frame,
      length: 0,
      fields: frame.fields.map((f) => ({ ...f, values: [] })),
    }));
    show(empty, { importUrl: '/import' });
    expect(screen.getByTestId(testIds.empty)).toHaveTextContent('Nothing to show yet for Kite Season');
    expect(screen.getByRole('link', { name: 'Import shows' })).toHaveAttribute('href', '/import');
  });

  it.each([
    ['Encore', 'timeline'],
    ['another data source', 'events'],
  ])('says why an answer of %s has no rows', (_source, name) => {
    const notices = [{ severity: 'info' as const, text: 'No shows of these artists.' }];
    show([createDataFrame({ name, meta: { notices }, fields: [] })]);
    expect(screen.getByText(/No shows of these artists\./)).toBeInTheDocument();
  });

  it('shows no tooltip in the mode Hidden', () => {
    show(careerFrames(), { tooltip: { ...allOptions.tooltip, mode: 'none' as Options['tooltip']['mode'] } });
    fireEvent.keyDown(screen.getByTestId(testIds.lane('tour')), { key: 'ArrowRight' });
    expect(screen.queryByTestId(testIds.tooltip)).not.toBeInTheDocument();
  });

  it('names lanes above their marks and has no legend in a narrow panel', () => {
    show(careerFrames(), {}, wholeCareer, 400);
    expect(screen.getByText('Releases')).toBeInTheDocument();
    expect(screen.queryByTestId(testIds.zoomIn)).not.toBeInTheDocument();
  });
});
