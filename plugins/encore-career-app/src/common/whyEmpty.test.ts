import { createDataFrame, FieldType } from '@grafana/data';
import { whyEmpty } from './whyEmpty';

const noWords = { defaults: {}, overrides: [] };
const frame = (text: string, values: number[] = []) =>
  createDataFrame({
    meta: { notices: [{ severity: 'info', text }] },
    fields: [{ name: 'time', type: FieldType.time, values }],
  });

describe('whyEmpty', () => {
  it('gives each notice of frames without rows once', () => {
    expect(whyEmpty([frame('No shows.'), frame('No shows.'), frame('No goals.')], noWords)).toBe('No shows. No goals.');
  });
  it('says nothing of frames with rows or without notices', () => {
    expect(whyEmpty([frame('No shows.'), frame('12 months only.', [1])], noWords)).toBeUndefined();
    expect(whyEmpty([createDataFrame({ fields: [] })], noWords)).toBeUndefined();
    expect(whyEmpty([], noWords)).toBeUndefined();
  });
  it('leaves the word to the panel that has its own', () => {
    expect(whyEmpty([frame('No shows.')], { defaults: { noValue: '—' }, overrides: [] })).toBeUndefined();
  });
});
