import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';

import { annotationType, artistOptions, catalogue, fakeGrafana } from '../fixtures';
import { chooseIn, givePageASize } from '../../common/testing';
import type { EncoreQuery } from '../types';
import { AnnotationEditor } from './AnnotationEditor';

beforeAll(givePageASize);

function setUp(queryTypes = [...catalogue.queryTypes, annotationType]) {
  const answers = { catalogue: { ...catalogue, queryTypes }, 'options/artists': artistOptions };
  const { dataSource } = fakeGrafana({ answers });
  const changes: EncoreQuery[] = [];
  const run = jest.fn();
  function Editor() {
    const [query, setQuery] = useState<EncoreQuery>({ refId: 'Anno', queryType: 'annotations', params: {} });
    return (
      <AnnotationEditor
        datasource={dataSource}
        query={query}
        onRunQuery={run}
        onChange={(next) => {
          changes.push(next);
          setQuery(next);
        }}
      />
    );
  }
  render(<Editor />);
  return { user: userEvent.setup(), last: () => changes.at(-1), run };
}

describe("an annotation's editor", () => {
  it('has the form of the catalogue, and runs the query at each change', async () => {
    const { user, last, run } = setUp();
    await screen.findByText('Artists', { selector: 'label' });
    await chooseIn(user, /Kinds/, 'release');
    expect(last()).toEqual({ refId: 'Anno', queryType: 'annotations', params: { kinds: ['release'] } });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('says that another colour is another annotation query', async () => {
    setUp();
    expect(await screen.findByText(/for another color, add another annotation query/)).toBeInTheDocument();
  });

  it('says so when the service has no annotations', async () => {
    setUp(catalogue.queryTypes);
    expect(await screen.findByText(/has no annotations; update the service/)).toBeInTheDocument();
  });
});
