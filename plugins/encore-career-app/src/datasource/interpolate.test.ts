import { templatesOf } from './fixtures';
import { interpolateParams } from './interpolate';
import type { Params } from './types';

function interpolate(params: Params, variables: Record<string, string | string[]> = {}) {
  const templates = templatesOf(variables);
  return interpolateParams(params, (text, format) => templates.replace(text, {}, format));
}

describe('template variables in parameters', () => {
  it('stand in every text and list, and leave numbers and booleans alone', () => {
    const params = {
      artist: '$artist',
      metrics: ['${metric}', 'gigs'],
      levels: [50, 95],
      horizon: 12,
      history: true,
      source: '',
    };
    expect(interpolate(params, { artist: 'ada', metric: 'revenue' })).toEqual({
      params: { artist: 'ada', metrics: ['revenue', 'gigs'], levels: [50, 95], horizon: 12, history: true, source: '' },
      problems: [],
    });
  });

  it('become as many entries of a list as they have values, each once', () => {
    expect(interpolate({ artists: ['$artist', 'bea', 'cy'] }, { artist: ['ada', 'bea'] }).params).toEqual({
      artists: ['ada', 'bea', 'cy'],
    });
  });

  it('multiply within one entry', () => {
    expect(interpolate({ series: ['$artist-$metric'] }, { artist: ['ada', 'bea'], metric: ['a', 'b'] }).params).toEqual(
      { series: ['ada-a', 'ada-b', 'bea-a', 'bea-b'] }
    );
  });

  it('keep commas and quotes of a value as they are', () => {
    expect(interpolate({ artists: ['$artist'] }, { artist: ['Crosby, Stills & "Nash"', '{a,b}'] }).params).toEqual({
      artists: ['Crosby, Stills & "Nash"', '{a,b}'],
    });
  });

  it('with several values are a problem where one value is asked for', () => {
    const { params, problems } = interpolate({ artist: '$artist' }, { artist: ['ada', 'bea', 'cy', 'di'] });
    expect(params).toEqual({ artist: '$artist' });
    expect(problems).toEqual(['artist: takes one value, but $artist has 4: ada, bea, cy, …. Choose one of them.']);
  });

  it('with one chosen value of several fit where one value is asked for', () => {
    expect(interpolate({ artist: '$artist' }, { artist: ['ada'] })).toEqual({
      params: { artist: 'ada' },
      problems: [],
    });
  });

  it.each([[''], [[]], [['']]])('without a value (%j) are a problem, since an empty list means all', (value) => {
    expect(interpolate({ artists: ['$artist'] }, { artist: value }).problems).toEqual([
      "artists: $artist has no value. Choose one in the dashboard's variables.",
    ]);
    expect(interpolate({ artist: '$artist' }, { artist: value }).problems).toHaveLength(1);
  });

  it('leave a list that is empty by itself empty', () => {
    expect(interpolate({ artists: [] })).toEqual({ params: { artists: [] }, problems: [] });
  });

  it('that do not exist stay as they are written', () => {
    expect(interpolate({ artist: '$nobody', price: '$5' })).toEqual({
      params: { artist: '$nobody', price: '$5' },
      problems: [],
    });
  });
});
