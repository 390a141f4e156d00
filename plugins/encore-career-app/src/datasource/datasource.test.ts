import { firstValueFrom } from 'rxjs';
import { CoreApp, dateTime, type DataQueryRequest, type ScopedVars } from '@grafana/data';

import { fakeGrafana, type FakeOptions } from './fixtures';
import type { EncoreQuery } from './types';

function request(targets: EncoreQuery[], scopedVars: ScopedVars = {}): DataQueryRequest<EncoreQuery> {
  const from = dateTime('2024-01-01T00:00:00Z');
  const to = dateTime('2024-12-31T00:00:00Z');
  return {
    requestId: 'Q1',
    interval: '1d',
    intervalMs: 86_400_000,
    maxDataPoints: 500,
    range: { from, to, raw: { from, to } },
    scopedVars,
    targets,
    timezone: 'utc',
    app: CoreApp.Dashboard,
    startTime: 0,
  };
}

async function ask(targets: EncoreQuery[], options: FakeOptions = {}, scopedVars: ScopedVars = {}) {
  const grafana = fakeGrafana(options);
  const answer = await firstValueFrom(grafana.dataSource.query(request(targets, scopedVars)));
  return { answer, asked: grafana.asked };
}

describe('a query', () => {
  it('goes out with its variables put in and the interval and width of the panel', async () => {
    const { asked } = await ask(
      [{ refId: 'A', queryType: 'series', params: { artists: ['$artist'] }, format: 'timeseries' }],
      { variables: { artist: ['ada', 'bea'] } }
    );
    expect(asked).toHaveLength(1);
    expect(asked[0].queries).toEqual([
      expect.objectContaining({
        refId: 'A',
        queryType: 'series',
        params: { artists: ['ada', 'bea'] },
        format: 'timeseries',
        intervalMs: 86_400_000,
        maxDataPoints: 500,
      }),
    ]);
  });

  it('takes the value of a repeated panel before that of the dashboard', async () => {
    const { asked } = await ask(
      [{ refId: 'A', queryType: 'forecast', params: { artist: '$artist' } }],
      { variables: { artist: ['ada', 'bea'] } },
      { artist: { text: 'Bea', value: 'bea' } }
    );
    expect(asked[0].queries[0].params).toEqual({ artist: 'bea' });
  });

  it('without a query type does not go out', async () => {
    const { dataSource } = fakeGrafana();
    expect(dataSource.filterQuery({ refId: 'A' })).toBe(false);
    expect(dataSource.filterQuery({ refId: 'A', queryType: 'series' })).toBe(true);
  });

  it('whose variables do not fit is answered with field and reason, and the others are asked', async () => {
    const { answer, asked } = await ask(
      [
        { refId: 'A', queryType: 'forecast', params: { artist: '$artist' } },
        { refId: 'B', queryType: 'series', params: { artists: ['$artist'] } },
      ],
      {
        variables: { artist: ['ada', 'bea'] },
        results: { B: { frames: [{ schema: { fields: [] }, data: { values: [] } }] } },
      }
    );
    expect(answer.errors).toEqual([
      { refId: 'A', message: 'forecast.artist: takes one value, but $artist has 2: ada, bea. Choose one of them.' },
    ]);
    expect(answer).toMatchObject({ state: 'Error', error: answer.errors?.[0] });
    expect(asked[0].queries.map(({ refId }) => refId)).toEqual(['B']);
    expect(answer.data).toHaveLength(1);
  });

  it('that stands alone and does not fit asks nothing', async () => {
    const { answer, asked } = await ask([{ refId: 'A', queryType: 'forecast', params: { artist: '$artist' } }], {
      variables: { artist: [] },
    });
    expect(asked).toEqual([]);
    expect(answer.errors?.[0].message).toContain('forecast.artist: $artist has no value');
  });

  it("carries the service's reason to the panel", async () => {
    const { answer } = await ask([{ refId: 'A', queryType: 'forecast', params: { artist: 'adda' } }], {
      results: { A: { status: 404, error: 'forecast.artist: there is no artist "adda"', errorSource: 'downstream' } },
    });
    expect(answer.errors?.[0]).toMatchObject({ refId: 'A', message: 'forecast.artist: there is no artist "adda"' });
  });
});

describe('the data source', () => {
  it('opens alert rules with the shape for alerts, everything else with a series', () => {
    const { dataSource } = fakeGrafana();
    expect(dataSource.getDefaultQuery(CoreApp.UnifiedAlerting)).toEqual({
      queryType: 'series',
      params: {},
      format: 'alert',
    });
    expect(dataSource.getDefaultQuery(CoreApp.Explore)).toEqual({ queryType: 'series', params: {} });
  });

  it('takes queries to Explore with their variables put in', () => {
    const { dataSource } = fakeGrafana({ variables: { artist: ['ada', 'bea'] } });
    const [query] = dataSource.interpolateVariablesInQueries(
      [{ refId: 'A', queryType: 'series', params: { artists: ['$artist'] } }],
      {}
    );
    expect(query.params).toEqual({ artists: ['ada', 'bea'] });
  });

  it('says in one line what a query asks', () => {
    const { dataSource } = fakeGrafana();
    const query: EncoreQuery = {
      refId: 'A',
      queryType: 'series',
      params: { artists: ['ada', 'bea'], bucket: 'month' },
    };
    expect(dataSource.getQueryDisplayText(query)).toBe('series: artists=ada,bea, bucket=month');
    expect(dataSource.getQueryDisplayText({ refId: 'A', queryType: 'artists' })).toBe('artists');
  });

  it('starts annotations with releases and milestones', () => {
    const { dataSource } = fakeGrafana();
    expect(dataSource.annotations?.getDefaultQuery?.()).toEqual({
      queryType: 'timeline',
      params: { kinds: ['release', 'milestone'] },
    });
  });
});

describe('a template variable', () => {
  it.each([
    ['artists', { kind: 'artists' as const }],
    ['metrics', { kind: 'metrics' as const }],
    ['artists', {}],
  ])('lists %s through the same query as panels do', async (queryType, model) => {
    const { dataSource, asked } = fakeGrafana({
      results: {
        variable: {
          frames: [
            {
              schema: {
                fields: [
                  { name: 'text', type: 'string' },
                  { name: 'value', type: 'string' },
                ],
              },
              data: { values: [['Ada'], ['ada']] },
            },
          ],
        },
      },
    });
    const variables = dataSource.variables as unknown as { query: typeof dataSource.query };
    const answer = await firstValueFrom(variables.query(request([{ refId: '', ...model } as EncoreQuery])));
    expect(asked[0].queries[0]).toMatchObject({ queryType, params: {} });
    expect(answer.data[0].fields.map((field: { name: string }) => field.name)).toEqual(['text', 'value']);
  });
});
