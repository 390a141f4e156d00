import { AbstractLabelOperator, type AbstractLabelMatcher } from '@grafana/data';

import { fromAbstract, toAbstract } from './abstractQuery';
import type { Params } from './types';

const labels = (params: Params) => toAbstract({ refId: 'A', queryType: 'series', params }).labelMatchers;
const params = (...labelMatchers: AbstractLabelMatcher[]) => fromAbstract({ refId: 'A', labelMatchers }).params;
const { Equal, EqualRegEx, NotEqual } = AbstractLabelOperator;

describe('a query on its way to another data source', () => {
  it('names its artists and metrics as labels', () => {
    expect(labels({ artist: 'ada', metric: 'revenue', horizon: 12 })).toEqual([
      { name: 'artist', value: 'ada', operator: Equal },
      { name: 'metric', value: 'revenue', operator: Equal },
    ]);
    expect(labels({ artists: ['ada', 'b.e.a'], metrics: [] })).toEqual([
      { name: 'artist', value: 'ada|b\\.e\\.a', operator: EqualRegEx },
    ]);
  });
});

describe('a query from another data source', () => {
  it('becomes a series of the artists and metrics that its labels name', () => {
    expect(fromAbstract({ refId: 'B', labelMatchers: [{ name: 'artist', value: 'ada', operator: Equal }] })).toEqual({
      refId: 'B',
      queryType: 'series',
      params: { artists: ['ada'] },
    });
    expect(params({ name: 'metric', value: 'gigs|a\\.b', operator: EqualRegEx })).toEqual({ metrics: ['gigs', 'a.b'] });
  });

  it('leaves out what the service has no word for', () => {
    expect(
      params(
        { name: 'artist', value: 'ad.*', operator: EqualRegEx },
        { name: 'metric', value: 'gigs', operator: NotEqual },
        { name: 'job', value: 'api', operator: Equal }
      )
    ).toEqual({});
  });
});
