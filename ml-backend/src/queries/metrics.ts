import { Type } from 'typebox';
import { frame, stringField } from '../frames/frame.ts';
import { metrics } from '../store/metrics.ts';
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
    return [
      frame('metrics', [
        stringField(
          'text',
          metrics.map(({ title }) => title)
        ),
        stringField(
          'value',
          metrics.map(({ name }) => name)
        ),
        stringField(
          'help',
          metrics.map(({ help }) => help)
        ),
        stringField(
          'unit',
          metrics.map(({ unit }) => unit)
        ),
        stringField(
          'aggregation',
          metrics.map(({ aggregation }) => aggregation)
        ),
      ]),
    ];
  },
});
