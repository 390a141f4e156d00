import { displayText } from './displayText';

describe('a query in one line', () => {
  it.each([
    [
      'series: artists=ada, bea · bucket=month',
      { queryType: 'series', params: { artists: ['ada', 'bea'], bucket: 'month' } },
    ],
    ['series (instant)', { queryType: 'series', format: 'instant' as const }],
    ['forecast: artist=$artist · horizon=12', { queryType: 'forecast', params: { artist: '$artist', horizon: 12 } }],
    ['artists', { queryType: 'artists' }],
    ['songs', { queryType: 'songs', params: { artists: [], source: '' } }],
    ['', {}],
  ])('reads "%s"', (text, query) => {
    expect(displayText({ refId: 'A', ...query })).toBe(text);
  });
});
