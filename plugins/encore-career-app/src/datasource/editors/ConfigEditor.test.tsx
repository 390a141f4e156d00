import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import type { DataSourceSettings } from '@grafana/data';

import type { EncoreOptions, EncoreSecrets } from '../types';
import { ConfigEditor } from './ConfigEditor';

type Settings = DataSourceSettings<EncoreOptions, EncoreSecrets>;

function setUp(saved: Partial<Settings> = {}) {
  const changes: Settings[] = [];
  function Page() {
    const [options, setOptions] = useState({ jsonData: {}, secureJsonFields: {}, ...saved } as Settings);
    return (
      <ConfigEditor
        options={options}
        onOptionsChange={(next) => {
          changes.push(next as Settings);
          setOptions(next as Settings);
        }}
      />
    );
  }
  render(<Page />);
  return { user: userEvent.setup(), last: () => changes.at(-1)! };
}

describe('the configuration page', () => {
  it('saves address, key and timeout where the Go part reads them', async () => {
    const { user, last } = setUp();
    await user.type(screen.getByLabelText(/^URL/), 'http://127.0.0.1:8080');
    await user.type(screen.getByLabelText(/^API key/), 'enc_1');
    await user.type(screen.getByLabelText(/^Timeout/), '45');
    expect(last().jsonData).toEqual({ apiUrl: 'http://127.0.0.1:8080', timeout: 45 });
    expect(last().secureJsonData).toEqual({ apiKey: 'enc_1' });
  });

  it('says where the key is found', () => {
    setUp();
    expect(screen.getByText(/\$ENCORE_DATA_DIR\/api-key/)).toBeInTheDocument();
  });

  it('hides a saved key until it is reset', async () => {
    const { user, last } = setUp({ secureJsonFields: { apiKey: true } });
    expect(screen.getByLabelText(/^API key/)).toBeDisabled();
    await user.click(screen.getByRole('button', { name: /reset/i }));
    expect(last().secureJsonFields).toEqual({ apiKey: false });
    expect(last().secureJsonData).toEqual({ apiKey: '' });
    expect(screen.getByLabelText(/^API key/)).toBeEnabled();
  });

  it('takes the timeout out when its field is emptied, and names the limits of a wrong one', async () => {
    const { user, last } = setUp({ jsonData: { timeout: 9 } });
    const field = screen.getByLabelText(/^Timeout/);
    await user.type(field, '999');
    expect(screen.getByText('Enter 1 to 300 seconds.')).toBeInTheDocument();
    await user.clear(field);
    expect(last().jsonData.timeout).toBeUndefined();
    expect(screen.queryByText('Enter 1 to 300 seconds.')).not.toBeInTheDocument();
  });
});
