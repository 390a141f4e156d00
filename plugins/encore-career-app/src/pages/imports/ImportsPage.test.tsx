import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { OrgRole } from '@grafana/data';
import { config, setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';

import { chooseIn, givePageASize } from '../../common/testing';
import { testIds } from '../../common/testIds';
import { fakeService, refusal, result } from './fakeService';
import { ImportsPage } from './ImportsPage';
import type { ImportDetail } from './types';

// Grafana puts the page's frame in when it starts.
jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ children, actions }: { children: React.ReactNode; actions: React.ReactNode }) => (
    <main>
      {actions}
      {children}
    </main>
  ),
}));

beforeAll(givePageASize);

const run: ImportDetail = {
  ...result,
  importId: 'i0',
  fileName: 'april.csv',
  status: 'done',
  error: null,
  startedAt: '2026-05-01T10:00:00Z',
  finishedAt: '2026-05-01T10:00:02Z',
};
const csv = new File(['date,amount\n2026-01-01,5\n'], 'may.csv', { type: 'text/csv' });

function open(role = OrgRole.Editor, behaviour: Parameters<typeof fakeService>[0] = {}, uids = ['encore']) {
  config.bootData.user.orgRole = role;
  const dataSources = uids.map((uid) => ({ uid, name: uid, type: 'encore-career-datasource' }));
  setDataSourceSrv({ getList: () => dataSources } as unknown as DataSourceSrv);
  const service = fakeService(behaviour);
  const { container } = render(<ImportsPage />);
  const user = userEvent.setup();
  return {
    service,
    user,
    choose: async (file = csv) => {
      await screen.findByText('Drop a file here, or click to choose one');
      await user.upload(container.querySelector<HTMLInputElement>('input[type=file]')!, file);
      await screen.findByText(file.name);
    },
  };
}

const count = (key: string) =>
  within(screen.getByTestId(testIds.imports.count(key))).getByRole('definition').textContent;

describe('the page for imports', () => {
  it('says what is missing until it can be sent', async () => {
    const { user, choose } = open();
    expect(await screen.findByText('Choose a file first.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
    await choose();
    expect(screen.getByText('Say whose figures these are.')).toBeInTheDocument();
    await chooseIn(user, /^Artist/, 'Ada Marlowe');
    expect(screen.getByRole('button', { name: 'Import' })).toBeEnabled();
  });

  it('tries a file out first, tells what it would bring, and then imports it', async () => {
    const { service, user, choose } = open();
    await choose();
    await chooseIn(user, /^Artist/, 'Ada Marlowe');
    await user.click(screen.getByRole('button', { name: 'Try it out' }));
    expect(await screen.findByText('may.csv would bring this')).toBeInTheDocument();
    expect([count('read'), count('added'), count('superseded'), count('unchanged'), count('rejected')]).toEqual([
      '10',
      '7',
      '1',
      '1',
      '1',
    ]);
    await user.click(screen.getByRole('button', { name: 'Import it now' }));
    expect(await screen.findByText('may.csv is imported')).toBeInTheDocument();
    expect(service.finished).toEqual([{ artist: 'ada-marlowe', dryRun: true }, { artist: 'ada-marlowe' }]);
  });

  it('lists the rows that are not usable, with line, column, value and reason', async () => {
    const { user, choose } = open();
    await choose();
    await chooseIn(user, /^Artist/, 'Ada Marlowe');
    await user.click(screen.getByRole('button', { name: 'Import' }));
    const rows = within(await screen.findByTestId(testIds.imports.rejected));
    expect(rows.getByRole('row', { name: '4 date 2024-13-01 "2024-13-01" is not a day' })).toBeInTheDocument();
  });

  it('tells how many earlier rows a complete file no longer has', async () => {
    const { user, choose } = open(OrgRole.Editor, { result: { withdrawn: 4 } });
    await choose();
    await chooseIn(user, /^Artist/, 'Ada Marlowe');
    await user.click(screen.getByRole('button', { name: 'Import' }));
    await screen.findByText('may.csv is imported');
    expect(count('withdrawn')).toBe('4');
  });

  it('makes a new artist of a name that is typed', async () => {
    const { service, user, choose } = open();
    await choose();
    await user.type(screen.getByLabelText(/^Artist/), 'Cy Newcomer');
    await user.click(await screen.findByRole('option', { name: /Cy Newcomer/ }));
    await user.type(screen.getByLabelText(/^Currency/), 'eur');
    await user.click(screen.getByRole('button', { name: 'Import' }));
    await screen.findByText('may.csv is imported');
    expect(service.finished).toEqual([{ artist: 'cy-newcomer', create: true, name: 'Cy Newcomer', currency: 'EUR' }]);
  });

  it('takes the chosen format, its columns by other names, and how dates are written', async () => {
    const { service, user, choose } = open();
    await choose();
    await chooseIn(user, /^Format/, /^Ledger/);
    await chooseIn(user, /^Artist/, 'Ada Marlowe');
    await user.click(screen.getByRole('button', { name: 'More options' }));
    await user.click(screen.getByRole('radio', { name: 'Day first' }));
    await user.type(screen.getByLabelText('date *'), 'Paid on');
    await user.click(screen.getByRole('button', { name: 'Import' }));
    await screen.findByText('may.csv is imported');
    expect(service.finished).toEqual([
      { format: 'ledger', artist: 'ada-marlowe', map: { date: 'Paid on' }, dates: 'dmy' },
    ]);
  });

  it('asks for no artist where the facts are those of the whole label', async () => {
    const { user, choose } = open();
    await choose();
    await chooseIn(user, /^Format/, /^Exchange rates/);
    expect(screen.queryByLabelText(/^Artist/)).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import' })).toBeEnabled();
  });

  it('shows how far it is, and cancels', async () => {
    const { service, user, choose } = open(OrgRole.Editor, {
      instead: (_method, path) => (path.endsWith('/finish') ? new Promise(() => undefined) : undefined),
    });
    await choose();
    await chooseIn(user, /^Artist/, 'Ada Marlowe');
    await user.click(screen.getByRole('button', { name: 'Import' }));
    expect(await screen.findByText('Reading the file into Encore…')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('Cancelled')).toBeInTheDocument();
    expect(service.parts).not.toHaveLength(0);
  });

  it('tells why an import was refused, and lets the upload go', async () => {
    const { service, user, choose } = open(OrgRole.Admin, {
      instead: (_method, path) => {
        if (path.endsWith('/finish')) {
          throw refusal(400, 'may.csv is of no format that is known');
        }
      },
    });
    await choose();
    await chooseIn(user, /^Artist/, 'Ada Marlowe');
    await user.click(screen.getByRole('button', { name: 'Import' }));
    expect(await screen.findByText('may.csv is of no format that is known')).toBeInTheDocument();
    expect(service.calls).toContain('DELETE imports/uploads/u1');
  });

  it('tells a viewer why they can not import, and shows what was', async () => {
    open(OrgRole.Viewer, { runs: [run] });
    expect(screen.getByText(/needs the Editor or Admin role/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Import' })).not.toBeInTheDocument();
    expect(await screen.findByText('april.csv')).toBeInTheDocument();
  });

  it('shows under an earlier import what was not usable, and why it ended', async () => {
    const { user } = open(OrgRole.Viewer, {
      runs: [{ ...run, status: 'refused', error: 'take nothing in: 1 of 10 rows is bad', notices: [] }],
    });
    await user.click(await screen.findByRole('button', { name: 'Toggle row expanded' }));
    expect(await screen.findByText('take nothing in: 1 of 10 rows is bad')).toBeInTheDocument();
    expect(screen.getByText('"2024-13-01" is not a day')).toBeInTheDocument();
  });

  it('says so when nothing was imported yet, and when there is no data source', async () => {
    open(OrgRole.Viewer);
    expect(await screen.findByText('Nothing has been imported yet.')).toBeInTheDocument();
    open(OrgRole.Viewer, {}, []);
    expect(screen.getByText(/Adding a data source needs the Admin role/)).toBeInTheDocument();
  });

  it('asks for the list again after an import', async () => {
    const { service, user, choose } = open();
    await choose();
    await chooseIn(user, /^Artist/, 'Ada Marlowe');
    await user.click(screen.getByRole('button', { name: 'Import' }));
    await screen.findByText('may.csv is imported');
    await waitFor(() => expect(service.calls.filter((call) => call === 'GET imports?limit=100')).toHaveLength(2));
  });
});
