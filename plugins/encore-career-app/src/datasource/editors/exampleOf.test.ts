import { catalogue } from '../fixtures';
import { exampleOf } from './exampleOf';

const artists = [{ text: 'Ada', value: 'ada' }];
const example = (name: string) => exampleOf(catalogue.queryTypes.find((type) => type.name === name)!, { artists });

describe('the example of a query type', () => {
  it('has the first artist where one is needed, and leaves the rest to the defaults', () => {
    expect(example('forecast')).toEqual({ queryType: 'forecast', params: { artist: 'ada' }, format: undefined });
    expect(example('series')).toEqual({ queryType: 'series', params: {}, format: undefined });
  });

  it('gives a list where a list is needed, and the first of named values', () => {
    const type = {
      ...catalogue.queryTypes[0],
      params: {
        properties: { artists: { 'x-options': 'artists', 'x-multi': true }, by: { enum: ['day', 'week'] } },
        required: ['artists', 'by'],
      },
    };
    expect(exampleOf(type, { artists }).params).toEqual({ artists: ['ada'], by: 'day' });
  });

  it('leaves out what no list has a choice for', () => {
    expect(exampleOf(catalogue.queryTypes[1], {}).params).toEqual({});
  });
});
