import { type FieldConfigSource } from '@grafana/data';

import { changeFrom, migrate } from './migrations';
import { type ConfidenceOptions } from './types';

describe('migrate', () => {
  it('keeps the options of today as they are', () => {
    const options: Partial<ConfidenceOptions> = { level: 90, fields: { mean: 'p50' }, header: 'line' };
    expect(migrate({ options })).toEqual(options);
  });

  it('drops picks that the contract does not know, and empty ones', () => {
    const fields = { mean: 'p50', median: 'p50', lower: '' };
    expect(migrate({ options: { fields } })).toEqual({ fields: { mean: 'p50' } });
  });

  it('takes a panel without options', () => {
    expect(migrate({ options: {} })).toEqual({});
  });
});

describe('changeFrom', () => {
  const by = (name: string, ...properties: Array<{ id: string; value: unknown }>) => ({
    matcher: { id: 'byName', options: name },
    properties,
  });
  const from = (plugin: string, overrides: FieldConfigSource['overrides'], options: object = {}) => {
    const panel = {
      fieldConfig: { defaults: { unit: 'short', custom: { drawStyle: 'bars', lineWidth: 3 } }, overrides },
    };
    return { options: changeFrom(panel, plugin, { options }), config: panel.fieldConfig as FieldConfigSource };
  };

  it('turns "fill below to" of the time series panel into a band', () => {
    const { config } = from('timeseries', [
      by('ceiling', { id: 'custom.fillBelowTo', value: 'floor' }, { id: 'unit', value: 'percent' }),
    ]);
    expect(config.overrides).toEqual([
      by('ceiling', { id: 'unit', value: 'percent' }),
      by('ceiling', { id: 'custom.role', value: 'upper' }),
      by('floor', { id: 'custom.role', value: 'lower' }),
    ]);
  });

  it('leaves names alone that tell their role and level', () => {
    expect(from('timeseries', [by('p95', { id: 'custom.fillBelowTo', value: 'p05' })]).config.overrides).toEqual([]);
  });

  it('keeps unit, line width, legend and tooltip, and drops what has no meaning here', () => {
    const tooltip = { mode: 'single', sort: 'none' };
    const { config, options } = from('timeseries', [], { legend: { showLegend: false, calcs: ['mean'] }, tooltip });
    expect(config.defaults).toEqual({ unit: 'short', custom: { lineWidth: 3 } });
    expect(options).toEqual({ legend: { showLegend: false, calcs: [] }, tooltip });
  });

  it('takes nothing from other panels', () => {
    const { config, options } = from('piechart', [by('a', { id: 'custom.fillBelowTo', value: 'b' })]);
    expect(options).toEqual({});
    expect(config.overrides).toHaveLength(1);
  });
});
