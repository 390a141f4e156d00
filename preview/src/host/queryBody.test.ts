import { toServiceBody } from './queryBody.ts';

const query = {
  refId: 'A',
  queryType: 'gigs',
  params: { artists: ['mara-voss'] },
  intervalMs: 1000,
  maxDataPoints: 500,
};

it('turns the times of Grafana’s envelope into numbers', () => {
  expect(toServiceBody({ queries: [], from: '1700000000000', to: '1800000000000' }).timeRange).toEqual({
    from: 1_700_000_000_000,
    to: 1_800_000_000_000,
  });
});

it('keeps what the service asks for and drops what is Grafana’s own', () => {
  const grafana = { ...query, datasource: { uid: 'encore' }, datasourceId: 1, hide: false };
  expect(toServiceBody({ queries: [grafana], from: '0', to: '1' }).queries).toEqual([query]);
});
