import { render, screen } from '@testing-library/react';
import React from 'react';
import { OrgRole } from '@grafana/data';
import { config, setBackendSrv, setDataSourceSrv, type BackendSrv, type DataSourceSrv } from '@grafana/runtime';

import { Home } from './Home';

// Grafana puts the page's frame in when it starts.
jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ children }: { children: React.ReactNode }) => <main>{children}</main>,
}));

function grafana(role: OrgRole, dashboards: string[] | Error, dataSources: Array<{ uid: string; name: string }> = []) {
  config.bootData.user.orgRole = role;
  // As Grafana does, the list holds its built-in sources whatever type is asked for.
  const builtIn = { uid: 'grafana', name: '-- Grafana --', type: 'datasource' };
  const ours = dataSources.map((one) => ({ ...one, type: 'encore-career-datasource' }));
  setDataSourceSrv({ getList: () => [...ours, builtIn] } as unknown as DataSourceSrv);
  setBackendSrv({
    get: async () => {
      if (dashboards instanceof Error) {
        throw dashboards;
      }
      return dashboards.map((uid) => ({ uid }));
    },
  } as unknown as BackendSrv);
}

describe('the home page', () => {
  it('links to the dashboards that are there, and to no others', async () => {
    grafana(OrgRole.Viewer, ['encore-revenue-forecast', 'something-else'], [{ uid: 'encore', name: 'Encore' }]);
    render(<Home />);
    expect(await screen.findByRole('link', { name: 'Revenue forecast' })).toHaveAttribute(
      'href',
      '/d/encore-revenue-forecast'
    );
    expect(screen.queryByRole('link', { name: 'Career timeline' })).not.toBeInTheDocument();
    expect(screen.getByText('Encore')).toBeInTheDocument();
  });

  it('leads to the imports where there is a data source to import into', async () => {
    grafana(OrgRole.Viewer, [], [{ uid: 'encore', name: 'Encore' }]);
    render(<Home />);
    expect(screen.getByRole('link', { name: 'Import files' })).toHaveAttribute('href', '/a/encore-career-app/imports');
    await screen.findByText(/provisioning folder/);
  });

  it.each([
    ['none is there', []],
    ['the search fails', new Error('forbidden')],
  ])('says where dashboards come from when %s', async (_case, found) => {
    grafana(OrgRole.Viewer, found as string[] | Error);
    render(<Home />);
    expect(await screen.findByText(/provisioning folder/)).toBeInTheDocument();
  });

  it('leads an admin to the settings of the data source', async () => {
    grafana(OrgRole.Admin, [], [{ uid: 'encore', name: 'Encore' }]);
    render(<Home />);
    expect(screen.getByRole('link', { name: 'Settings' })).toHaveAttribute(
      'href',
      '/connections/datasources/edit/encore'
    );
    await screen.findByText(/provisioning folder/);
  });

  it('says how to connect, and to whom that is up', async () => {
    grafana(OrgRole.Admin, []);
    const { unmount } = render(<Home />);
    expect(await screen.findByRole('link', { name: 'Add the data source' })).toHaveAttribute(
      'href',
      '/connections/datasources/encore-career-datasource'
    );
    unmount();
    grafana(OrgRole.Viewer, []);
    render(<Home />);
    expect(await screen.findByText(/needs the Admin role/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Add the data source' })).not.toBeInTheDocument();
  });
});
