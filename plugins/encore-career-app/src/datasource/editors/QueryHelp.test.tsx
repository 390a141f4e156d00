import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';

import { artistOptions, catalogue, fakeGrafana } from '../fixtures';
import { QueryHelp } from './QueryHelp';

function setUp(answers: Record<string, unknown>) {
  const { dataSource } = fakeGrafana({ answers });
  const onClickExample = jest.fn();
  render(<QueryHelp datasource={dataSource} query={{ refId: 'B' }} onClickExample={onClickExample} />);
  return onClickExample;
}

describe('the help for queries', () => {
  it('names every query type of the catalogue with its parameters', async () => {
    setUp({ catalogue, 'options/artists': artistOptions });
    expect(await screen.findByRole('heading', { name: 'Forecast' })).toBeInTheDocument();
    expect(screen.getByText(/What is expected, with bands\./)).toBeInTheDocument();
    expect(screen.getByRole('row', { name: 'Horizon horizon 1–60 12' })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: 'Artist artist Slug of one artist needed' })).toBeInTheDocument();
  });

  it('explains the formats', async () => {
    setUp({ catalogue, 'options/artists': artistOptions });
    expect(await screen.findByText(/what alert rules take/)).toBeInTheDocument();
  });

  it('puts an example into the query that answers at once', async () => {
    const onClickExample = setUp({ catalogue, 'options/artists': artistOptions });
    await userEvent.click(await screen.findByRole('button', { name: 'Use Forecast' }));
    expect(onClickExample).toHaveBeenCalledWith({ refId: 'B', queryType: 'forecast', params: { artist: 'ada' } });
  });

  it('is there without the list of artists, and says why when there is no catalogue', async () => {
    setUp({ catalogue, 'options/artists': new Error('away') });
    expect(await screen.findByRole('heading', { name: 'Songs' })).toBeInTheDocument();
    setUp({ catalogue: new Error('Encore is not ready') });
    expect(await screen.findByText(/Encore is not ready/)).toBeInTheDocument();
  });
});
