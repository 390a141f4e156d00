import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';

import { fakeGrafana } from '../fixtures';
import { VariableEditor } from './VariableEditor';

describe("a variable's editor", () => {
  it('lists artists until metrics are chosen', async () => {
    const { dataSource } = fakeGrafana();
    const onChange = jest.fn();
    render(
      <VariableEditor datasource={dataSource} query={{ refId: '' }} onChange={onChange} onRunQuery={() => undefined} />
    );
    expect(screen.getByRole('radio', { name: 'Artists' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'Metrics' }));
    expect(onChange).toHaveBeenCalledWith({ refId: 'variable', kind: 'metrics' });
  });
});
