import { of, throwError } from 'rxjs';
import { PluginType, type DataSourceInstanceSettings, type ScopedVars, type TypedVariableModel } from '@grafana/data';
import { setBackendSrv, setDataSourceSrv, setTemplateSrv, type BackendSrv, type TemplateSrv } from '@grafana/runtime';

import type { Catalogue, QueryTypeInfo } from './catalogue';
import { EncoreDataSource } from './datasource';
import pluginJson from './plugin.json';
import type { EncoreOptions } from './types';

/** Stands in for the part of Grafana around a data source; our own code is never replaced in tests. */
export interface FakeGrafana {
  dataSource: EncoreDataSource;
  /** Bodies of the query requests that reached Grafana's server, in order. */
  asked: Array<{ queries: Array<Record<string, unknown>>; from: string; to: string }>;
  /** Paths of the resource calls, in order. */
  resources: string[];
}

export interface FakeOptions {
  /** Values of the dashboard's variables; a list is a variable with several values. */
  variables?: Record<string, string | string[]>;
  /** Answers of resource calls by path, without the limit of a list; an Error is a failed call. */
  answers?: Record<string, unknown>;
  results?: Record<string, unknown>;
}

export const settings = {
  id: 1,
  uid: 'encore',
  name: 'Encore',
  type: pluginJson.id,
  access: 'proxy',
  readOnly: false,
  jsonData: { apiUrl: 'http://127.0.0.1:8080' },
  meta: { ...pluginJson, type: PluginType.datasource, module: '', baseUrl: '' },
} as unknown as DataSourceInstanceSettings<EncoreOptions>;

export function fakeGrafana({ variables = {}, answers = {}, results = {} }: FakeOptions = {}): FakeGrafana {
  const asked: FakeGrafana['asked'] = [];
  const resources: string[] = [];
  setTemplateSrv(templatesOf(variables));
  setDataSourceSrv({
    get: () => Promise.reject(new Error('not used')),
    getList: () => [settings],
    getInstanceSettings: () => settings,
    reload: () => Promise.resolve(),
    registerRuntimeDataSource: () => undefined,
  });
  setBackendSrv({
    fetch: ({ url, data }: { url: string; data?: FakeGrafana['asked'][number] }) => {
      const path = /resources\/(.*)$/.exec(url)?.[1];
      if (path === undefined) {
        asked.push(data!);
        return of({ data: { results } });
      }
      resources.push(path);
      const answer = answers[path.replace(/[?&]limit=5000$/, '')];
      return answer instanceof Error
        ? throwError(() => ({ status: 502, data: { message: answer.message } }))
        : of({ data: answer });
    },
  } as unknown as BackendSrv);
  return { dataSource: new EncoreDataSource(settings), asked, resources };
}

/** `$name` and `${name}`, with the format function applied to the raw value as Grafana does. */
export function templatesOf(variables: Record<string, string | string[]>): TemplateSrv {
  const valueOf = (name: string, scoped?: ScopedVars) => scoped?.[name]?.value ?? variables[name];
  return {
    getVariables: () => Object.keys(variables).map((name) => ({ name }) as TypedVariableModel),
    containsTemplate: (text) => Boolean(text && /\$\{?\w+/.test(text)),
    updateTimeRange: () => undefined,
    replace: (text = '', scoped, format) =>
      text.replace(/\$\{(\w+)\}|\$(\w+)/g, (whole, braced, bare) => {
        const value = valueOf(braced ?? bare, scoped);
        if (value === undefined) {
          return whole;
        }
        return typeof format === 'function' ? format(value, {}) : String(value);
      }),
  };
}

/** A catalogue with a parameter of every kind. */
export const catalogue: Catalogue = {
  version: '0.1.0',
  queryTypes: [
    {
      name: 'series',
      title: 'Metric over time',
      help: 'Any metric of any artists by day, week or month.',
      alertable: true,
      formats: ['timeseries', 'table', 'instant', 'alert'],
      params: {
        properties: {
          artists: { type: 'array', title: 'Artists', default: [], 'x-options': 'artists', 'x-multi': true },
          bucket: { title: 'By', enum: ['day', 'week', 'month'], default: 'month' },
          source: { type: 'string', title: 'Source', 'x-advanced': true },
        },
      },
    },
    {
      name: 'forecast',
      title: 'Forecast',
      help: 'What is expected, with bands.',
      alertable: true,
      formats: ['timeseries', 'table', 'instant', 'alert'],
      params: {
        properties: {
          artist: { type: 'string', title: 'Artist', description: 'Slug of one artist', 'x-options': 'artists' },
          horizon: { type: 'integer', title: 'Horizon', default: 12, minimum: 1, maximum: 60 },
          levels: { type: 'array', title: 'Levels', items: { type: 'number' }, default: [50, 80, 95], 'x-multi': true },
          history: { type: 'boolean', title: 'With history', default: true },
        },
        required: ['artist'],
      },
    },
    {
      name: 'songs',
      title: 'Songs',
      help: 'The most played songs.',
      alertable: false,
      formats: ['table'],
      params: { properties: { artists: { type: 'array', title: 'Artists', 'x-options': 'artists', 'x-multi': true } } },
    },
  ],
};

export const annotationType: QueryTypeInfo = {
  name: 'annotations',
  title: 'Annotations',
  help: 'What happened, drawn over any panel.',
  alertable: false,
  formats: ['table'],
  params: {
    properties: {
      artists: { type: 'array', title: 'Artists', default: [], 'x-options': 'artists', 'x-multi': true },
      kinds: { type: 'array', title: 'Kinds', items: { enum: ['milestone', 'release'] }, default: [], 'x-multi': true },
    },
  },
};

export const artistOptions = {
  options: [
    { text: 'Ada Lovelace', value: 'ada', description: 'Folk' },
    { text: 'Bea Band', value: 'bea' },
  ],
};
