import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { CoreApp } from '@grafana/data';

import { artistOptions, catalogue, fakeGrafana, type FakeOptions } from '../fixtures';
import { chooseIn, givePageASize } from '../../common/testing';
import type { EncoreQuery } from '../types';
import { QueryEditor } from './QueryEditor';

beforeAll(givePageASize);

const answers = { catalogue, 'options/artists': artistOptions };

async function setUp(saved: Partial<EncoreQuery>, options: FakeOptions = {}, app = CoreApp.PanelEditor) {
  const { dataSource } = fakeGrafana({ answers, ...options });
  const changes: EncoreQuery[] = [];
  const run = jest.fn();
  function Editor() {
    const [query, setQuery] = useState<EncoreQuery>({ refId: 'A', ...saved });
    return (
      <QueryEditor
        datasource={dataSource}
        query={query}
        app={app}
        onRunQuery={run}
        onChange={(next) => {
          changes.push(next);
          setQuery(next);
        }}
      />
    );
  }
  render(<Editor />);
  await waitFor(() => expect(screen.queryByText(/^Asking Encore/)).not.toBeInTheDocument());
  return { user: userEvent.setup(), last: () => changes.at(-1), changes, run };
}

describe('the query editor', () => {
  it('offers the query types of the catalogue with their help', async () => {
    const { user, last, run } = await setUp({});
    await chooseIn(user, 'Query type', /Forecast/);
    expect(last()).toMatchObject({ queryType: 'forecast', params: {} });
    expect(run).toHaveBeenCalledTimes(1);
    expect(screen.getByText('What is expected, with bands.')).toBeInTheDocument();
  });

  it("makes the form of the query type's parameters, in their order", async () => {
    await setUp({ queryType: 'forecast' });
    const labels = screen.getAllByText(/^(Artist|Horizon|Levels|With history)$/, { selector: 'label' });
    expect(labels.map((label) => label.textContent)).toEqual(['Artist', 'Horizon', 'Levels', 'With history']);
    expect(screen.getByLabelText('Horizon')).toHaveAttribute('placeholder', '12');
    expect(screen.getByLabelText('With history')).toBeChecked();
  });

  it('lists artists by name and saves their id', async () => {
    const { user, last } = await setUp({ queryType: 'forecast' });
    await chooseIn(user, 'Artist', /Ada Lovelace/);
    expect(last()?.params).toEqual({ artist: 'ada' });
  });

  it('offers template variables, and several values where several are taken', async () => {
    const { user, last } = await setUp({ queryType: 'songs' }, { variables: { artist: ['ada'] } });
    await chooseIn(user, /Artists/, '$artist');
    expect(last()?.params).toEqual({ artists: ['$artist'] });
    await user.click(await screen.findByRole('option', { name: /Bea Band/ }));
    expect(last()?.params).toEqual({ artists: ['$artist', 'bea'] });
  });

  it('takes a value that is not on the list', async () => {
    const { user, last } = await setUp({ queryType: 'forecast' });
    await user.type(screen.getByLabelText('Artist'), 'newcomer');
    await user.click(await screen.findByRole('option', { name: /newcomer/ }));
    expect(last()?.params).toEqual({ artist: 'newcomer' });
  });

  it('saves a number when its field is left, and runs the query then', async () => {
    const { user, last, run } = await setUp({ queryType: 'forecast', params: { artist: 'ada' } });
    await user.type(screen.getByLabelText('Horizon'), '24');
    expect(run).not.toHaveBeenCalled();
    await user.tab();
    expect(last()?.params).toEqual({ artist: 'ada', horizon: 24 });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('names the limits of a wrong number and does not save it', async () => {
    const { user, changes } = await setUp({ queryType: 'forecast' });
    await user.type(screen.getByLabelText('Horizon'), '99{Enter}');
    expect(screen.getByText('Enter 1 to 60.')).toBeInTheDocument();
    expect(changes).toEqual([]);
  });

  it('takes a parameter out of the query when its field is emptied', async () => {
    const { user, last } = await setUp({ queryType: 'forecast', params: { horizon: 24 } });
    await user.clear(screen.getByLabelText('Horizon'));
    await user.tab();
    expect(last()?.params).toEqual({});
  });

  it('saves numbers in a list of numbers, starting from its default', async () => {
    const { user, last } = await setUp({ queryType: 'forecast' });
    await user.type(screen.getByLabelText('Levels', { selector: 'input' }), '90');
    await user.click(await screen.findByRole('option', { name: /90/ }));
    expect(last()?.params).toEqual({ levels: [50, 80, 95, 90] });
  });

  it('goes back to the usual entries where an empty list would mean nothing', async () => {
    const [series] = catalogue.queryTypes;
    const metrics = {
      title: 'Metrics',
      items: { enum: ['gigs', 'streams'] },
      default: ['gigs'],
      minItems: 1,
      'x-multi': true,
    };
    const queryTypes = [{ ...series, params: { properties: { metrics } } }];
    const { user, last } = await setUp(
      { queryType: 'series', params: { metrics: ['streams'] } },
      { answers: { catalogue: { ...catalogue, queryTypes } } }
    );
    await user.click(screen.getByRole('button', { name: 'Remove streams' }));
    expect(last()?.params).toEqual({});
  });

  it('saves a switch at once', async () => {
    const { user, last } = await setUp({ queryType: 'forecast' });
    await user.click(screen.getByLabelText('With history'));
    expect(last()?.params).toEqual({ history: false });
  });

  it('takes a variable for a switch where the dashboard has one', async () => {
    const { user, last } = await setUp({ queryType: 'forecast' }, { variables: { past: 'false' } });
    await chooseIn(user, 'With history', '$past');
    expect(last()?.params).toEqual({ history: '$past' });
    await chooseIn(user, 'With history', 'No');
    expect(last()?.params).toEqual({ history: false });
  });

  it('folds advanced parameters away unless one is set', async () => {
    const { user } = await setUp({ queryType: 'series' });
    expect(screen.queryByLabelText(/Source/)).not.toBeInTheDocument();
    const more = screen.getByRole('button', { name: 'More options' });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    await user.click(more);
    expect(screen.getByLabelText(/Source/)).toBeInTheDocument();
  });

  it('shows advanced parameters of a query that has one', async () => {
    await setUp({ queryType: 'series', params: { source: 'distrokid' } });
    expect(screen.getByLabelText(/Source/)).toHaveValue('distrokid');
  });

  it('offers the shapes that a query type has, each explained', async () => {
    const { user, last } = await setUp({ queryType: 'series' });
    expect(screen.getByLabelText('Format')).toHaveValue('Time series');
    await user.click(screen.getByLabelText('Format'));
    const list = await screen.findByRole('listbox');
    expect(
      within(list)
        .getAllByRole('option')
        .map((option) => option.textContent?.replace(/(Every|One) .*/, ''))
    ).toEqual(['Time series', 'Table', 'Latest value', 'Alert']);
    await user.click(within(list).getByRole('option', { name: /^Latest value/ }));
    expect(last()?.format).toBe('instant');
  });

  it('starts alert rules with the shape for alerts', async () => {
    await setUp({ queryType: 'series' }, {}, CoreApp.UnifiedAlerting);
    expect(screen.getByLabelText('Format')).toHaveValue('Alert');
  });

  it('offers no format for lists', async () => {
    await setUp({ queryType: 'songs' });
    expect(screen.queryByLabelText('Format')).not.toBeInTheDocument();
  });

  it('keeps what the next query type has as well', async () => {
    const { user, last } = await setUp({
      queryType: 'series',
      params: { artists: ['ada'], bucket: 'week' },
      format: 'instant',
    });
    await chooseIn(user, 'Query type', /Songs/);
    expect(last()).toEqual({ refId: 'A', queryType: 'songs', params: { artists: ['ada'] }, format: undefined });
  });

  it('says why the query types can not be listed, and asks again when told to', async () => {
    const away: Record<string, unknown> = { ...answers, catalogue: new Error('nothing listens at 127.0.0.1:8080') };
    const { user } = await setUp({}, { answers: away });
    expect(await screen.findByText(/nothing listens at/)).toBeInTheDocument();
    away.catalogue = catalogue;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByLabelText('Query type')).toBeInTheDocument();
  });

  it('says below a picker why its choices can not be listed, and asks again when told to', async () => {
    const away: Record<string, unknown> = { ...answers, 'options/artists': new Error('Encore is not ready') };
    const { user } = await setUp({ queryType: 'forecast' }, { answers: away });
    expect(await screen.findByText(/The list is not there: Encore is not ready/)).toBeInTheDocument();
    away['options/artists'] = artistOptions;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText(/list is not there/)).not.toBeInTheDocument());
    await chooseIn(user, 'Artist', /Ada Lovelace/);
  });

  it('lists an artist who was imported since, once a picker opens', async () => {
    const growing: Record<string, unknown> = { ...answers };
    const { user } = await setUp({ queryType: 'forecast' }, { answers: growing });
    const started = Date.now;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => started() + 60_000);
    growing['options/artists'] = { options: [{ text: 'Cy Newcomer', value: 'cy' }] };
    await chooseIn(user, 'Artist', /Cy Newcomer/);
    clock.mockRestore();
  });

  it('keeps a query of an unknown type and says so', async () => {
    const { changes } = await setUp({ queryType: 'horoscope' });
    expect(screen.getByText(/does not know the query type "horoscope"/)).toBeInTheDocument();
    expect(changes).toEqual([]);
  });
});
