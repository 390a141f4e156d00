import { Type } from 'typebox';
import { frame, stringField, tableMeta } from '../frames/frame.ts';
import { metrics } from '../store/metrics.ts';
import type { Metric } from '../store/metrics.ts';
import { defineQuery } from './type.ts';

export const metricsQuery = defineQuery({
  name: 'metrics',
  title: 'Metrics',
  help: 'Every metric with its unit and how it adds up, for variables and lists.',
  params: Type.Object({}, { additionalProperties: false }),
  formats: ['table'],
  frames: [
    {
      name: 'metrics',
      says: 'one row a metric',
      fields: [
        { name: 'text', type: 'string', says: 'the name to show' },
        { name: 'value', type: 'string', says: 'the name that other queries take' },
        { name: 'help', type: 'string', says: 'what is counted' },
        { name: 'unit', type: 'string', says: 'currency is the artist’s reporting currency' },
        { name: 'aggregation', type: 'string', says: 'how values in one bucket become one' },
      ],
    },
  ],
  async run() {
    const column = (name: string, of: (metric: Metric) => string) =>
      stringField(name, metrics.map(of), { nullable: false });
    const fields = [
      column('text', ({ title }) => title),
      column('value', ({ name }) => name),
      column('help', ({ help }) => help),
      column('unit', ({ unit }) => unit),
      column('aggregation', ({ aggregation }) => aggregation),
    ];
    return [frame('metrics', fields, tableMeta)];
  },
});
