import { LegendDisplayMode, type VizLegendOptions } from '@grafana/schema';
import { fireEvent, render, screen, within } from '@testing-library/react';
import React from 'react';
import { careerFrames, contextOf, modelOf } from '../fixtures';
import { groupLanes } from '../layout';
import { legendSeries } from '../legend';
import { testIds } from '../testIds';
import { Legend } from './Legend';

const model = modelOf(careerFrames());
const series = legendSeries(contextOf(model), groupLanes(model, 'auto'));
const options: VizLegendOptions = {
  showLegend: true,
  displayMode: LegendDisplayMode.List,
  placement: 'bottom',
  calcs: [],
};

describe('Legend', () => {
  it('has an entry for every look', () => {
    render(<Legend series={series} hidden={new Set(['tour'])} options={options} onToggle={jest.fn()} />);
    const pressed = screen.getAllByRole('button').map((entry) => [entry.textContent, entry.ariaPressed]);
    expect(pressed).toEqual([
      ['Tour', 'false'],
      ['One-off show', 'true'],
      ['Album', 'true'],
      ['Goal, open', 'true'],
    ]);
  });

  it('keeps the entries that its row cannot hold behind a button with their number', async () => {
    const onToggle = jest.fn();
    render(
      <Legend series={series} hidden={new Set()} options={options} fit={{ shown: 1, height: 32 }} onToggle={onToggle} />
    );
    expect(screen.getAllByRole('button').map((entry) => entry.textContent)).toEqual(['Tour', '+3']);
    fireEvent.click(screen.getByRole('button', { name: '3 more' }));
    const others = within(await screen.findByTestId('toggletip-content'));
    expect(others.getAllByRole('button').map((entry) => entry.textContent)).toEqual([
      'One-off show',
      'Album',
      'Goal, open',
    ]);
    fireEvent.click(others.getByTestId(testIds.legend('release')), { ctrlKey: true });
    expect(onToggle).toHaveBeenLastCalledWith('release', true);
  });
});
