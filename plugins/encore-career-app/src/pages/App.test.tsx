import { render, screen } from '@testing-library/react';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { setBackendSrv, setDataSourceSrv, type BackendSrv, type DataSourceSrv } from '@grafana/runtime';

import { testIds } from '../common/testIds';
import { App } from './App';

const open = (path: string) =>
  render(
    <MemoryRouter initialEntries={[path]} future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <App />
    </MemoryRouter>
  );

beforeEach(() => {
  setDataSourceSrv({ getList: () => [] } as unknown as DataSourceSrv);
  setBackendSrv({ get: async () => [] } as unknown as BackendSrv);
});

describe('the app', () => {
  it('opens on its home page', async () => {
    open('/a/encore-career-app');
    expect(await screen.findByTestId(testIds.home.page)).toBeInTheDocument();
    await screen.findByText(/provisioning folder/);
  });

  it.each(['/a/encore-career-app/imports', '/grafana/a/encore-career-app/imports/'])('has imports at %s', (path) => {
    open(path);
    expect(screen.queryByTestId(testIds.home.page)).not.toBeInTheDocument();
    expect(screen.getByTestId(testIds.home.connect)).toBeInTheDocument();
  });
});
