import { firstValueFrom } from 'rxjs';
import {
  CoreApp,
  dateTime,
  hasQueryExportSupport,
  hasQueryImportSupport,
  type DataFrame,
  type DataQueryRequest,
  type ScopedVars,
} from '@grafana/data';

import { fakeGrafana, type FakeOptions } from './fixtures';
import type { EncoreQuery, EncoreVariableQuery } from './types';
import type { EncoreVariables } from './variables';

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

  it('takes queries over from Explore’s other data sources, and hands its own to them', async () => {
    const { dataSource } = fakeGrafana();
    expect(hasQueryExportSupport(dataSource) && hasQueryImportSupport(dataSource)).toBe(true);
    const queries = [{ refId: 'A', queryType: 'series', params: { artists: ['ada'], metrics: ['gigs'] } }];
    const carried = await dataSource.exportToAbstractQueries(queries);
    expect(await dataSource.importFromAbstractQueries(carried)).toEqual(queries);
  });
});

describe('an annotation query', () => {
  const { annotations } = fakeGrafana().dataSource;
  const saved = { name: 'What happened', enable: true, iconColor: 'red' };

  it('asks for what the service says is usual until something is chosen', () => {
    expect(annotations?.getDefaultQuery?.()).toEqual({ queryType: 'annotations', params: {} });
    expect(annotations?.prepareQuery?.(saved)).toEqual({
      refId: 'Anno',
      queryType: 'annotations',
      params: {},
    });
  });

  it('asks for what is saved, in the shape that Grafana draws', () => {
    const target = { refId: 'Tours', queryType: 'timeline', params: { kinds: ['tour'], artists: ['$artist'] } };
    const annotation = annotations?.prepareAnnotation?.({ ...saved, target });
    expect(annotation).toMatchObject(saved);
    expect(annotations?.prepareQuery?.(annotation!)).toEqual({ ...target, queryType: 'annotations' });
  });

  it('stays the object that it is when there is nothing to change, or the editor would save without end', () => {
    const once = annotations?.prepareAnnotation?.(saved);
    expect(once).toMatchObject({ ...saved, target: { queryType: 'annotations' } });
    expect(annotations?.prepareAnnotation?.(once)).toBe(once);
  });

  it('goes out with its variables put in', async () => {
    const query = annotations!.prepareQuery!({
      ...saved,
      target: { refId: 'A', params: { kinds: ['tour'], artists: ['$artist'] } } as EncoreQuery,
    })!;
    const { asked } = await ask([query], { variables: { artist: ['ada', 'bea'] } });
    expect(asked[0].queries[0]).toMatchObject({
      queryType: 'annotations',
      params: { kinds: ['tour'], artists: ['ada', 'bea'] },
    });
  });
});

describe('a template variable', () => {
  const venues = [
    { text: 'Blue Note', value: 'v1' },
    { text: 'Paradiso', value: 'v2', description: 'Amsterdam' },
  ];

  async function list(query: EncoreVariableQuery, options: FakeOptions = {}) {
    const { dataSource, resources } = fakeGrafana(options);
    const variables = dataSource.variables as EncoreVariables;
    const asked = variables.query(request([query]) as DataQueryRequest<EncoreVariableQuery>);
    const [frame] = (await firstValueFrom(asked)).data as DataFrame[];
    const [text, value] = frame.fields;
    expect([text.name, value.name]).toEqual(['text', 'value']);
    return { resources, texts: [...text.values], values: [...value.values] };
  }

  it.each([
    ['artists', {}],
    ['metrics', { kind: 'metrics' }],
    ['genres', { kind: 'genres' }],
  ])('lists %s with a name to show and an id to ask with', async (kind, query) => {
    const { resources, texts, values } = await list(
      { refId: '', ...query },
      { answers: { [`options/${kind}`]: { options: venues } } }
    );
    expect(resources).toEqual([`options/${kind}?limit=5000`]);
    expect({ texts, values }).toEqual({ texts: ['Blue Note', 'Paradiso'], values: ['v1', 'v2'] });
  });

  it('lists only what the chosen artists have, and follows their variable', async () => {
    const { resources } = await list(
      { refId: 'v', kind: 'venues', artists: ['$artist'] },
      {
        variables: { artist: ['ada', 'bea'] },
        answers: { 'options/venues?artists=ada&artists=bea': { options: venues } },
      }
    );
    expect(resources).toEqual(['options/venues?artists=ada&artists=bea&limit=5000']);
  });

  it('has the service look for a text, which a variable may hold', async () => {
    const answers = { 'options/venues?search=Blue+%26+Co': { options: venues } };
    const { texts } = await list(
      { refId: 'v', kind: 'venues', search: '$q' },
      { answers, variables: { q: 'Blue & Co' } }
    );
    expect(texts).toEqual(['Blue Note', 'Paradiso']);
  });

  it('says what is wrong in the words of the service, or which variable has no value', async () => {
    await expect(
      list({ refId: 'v', kind: 'venues' }, { answers: { 'options/venues': new Error('Encore is not ready') } })
    ).rejects.toThrow('Encore is not ready');
    await expect(
      list({ refId: 'v', kind: 'venues', artists: ['$artist'] }, { variables: { artist: [] } })
    ).rejects.toThrow('venues.artists: $artist has no value');
  });
});
