import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';

import { artistOptions, catalogue, fakeGrafana, type FakeOptions } from '../fixtures';
import { chooseIn, givePageASize } from '../../common/testing';
import type { EncoreVariableQuery } from '../types';
import { VariableEditor } from './VariableEditor';

beforeAll(givePageASize);

function setUp(saved: Partial<EncoreVariableQuery> = {}, options: FakeOptions = {}) {
  const { dataSource } = fakeGrafana({ answers: { catalogue, 'options/artists': artistOptions }, ...options });
  const changes: EncoreVariableQuery[] = [];
  function Editor() {
    const [query, setQuery] = useState<EncoreVariableQuery>({ refId: '', ...saved });
    return (
      <VariableEditor
        datasource={dataSource}
        query={query}
        onRunQuery={() => undefined}
        onChange={(next) => {
          changes.push(next);
          setQuery(next);
        }}
      />
    );
  }
  render(<Editor />);
  return { user: userEvent.setup(), last: () => changes.at(-1) };
}

describe("a variable's editor", () => {
  it('lists artists until another list is chosen', async () => {
    const { user, last } = setUp();
    expect(screen.getByLabelText(/^Values/)).toHaveValue('Artists');
    await chooseIn(user, /^Values/, 'Genres');
    expect(last()).toEqual({ refId: 'variable', kind: 'genres' });
  });

  it('offers every list, and those that a newer service names', async () => {
    const [series] = catalogue.queryTypes;
    const newer = { ...series, params: { properties: { country: { 'x-options': 'countries' } } } };
    const { user } = setUp({}, { answers: { catalogue: { ...catalogue, queryTypes: [newer] } } });
    await user.click(screen.getByLabelText(/^Values/));
    await screen.findByRole('option', { name: 'countries' });
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Artists',
      'Metrics',
      'Genres',
      'Venues',
      'Platforms',
      'Sources',
      'countries',
    ]);
  });

  it('narrows a list to artists or to the artists of a variable', async () => {
    const { user, last } = setUp(
      { kind: 'venues' },
      { variables: { artist: ['ada'] }, answers: { catalogue, 'options/artists': artistOptions } }
    );
    await chooseIn(user, /^Only of these artists/, '$artist');
    expect(last()).toEqual({ refId: 'variable', kind: 'venues', artists: ['$artist'] });
    await user.click(await screen.findByRole('option', { name: /Bea Band/ }));
    expect(last()?.artists).toEqual(['$artist', 'bea']);
  });

  it('has no artists to choose for lists that are the same for all, and forgets the chosen ones', async () => {
    const { user, last } = setUp({ kind: 'venues', artists: ['ada'] });
    await chooseIn(user, /^Values/, 'Metrics');
    expect(last()).toEqual({ refId: 'variable', kind: 'metrics' });
    expect(screen.queryByLabelText(/^Only of these artists/)).not.toBeInTheDocument();
  });

  it('saves a search when its field is left', async () => {
    const { user, last } = setUp({ kind: 'venues' });
    await user.type(screen.getByLabelText(/^Search/), 'hall');
    expect(last()).toBeUndefined();
    await user.tab();
    expect(last()).toEqual({ refId: 'variable', kind: 'venues', search: 'hall' });
  });
});
