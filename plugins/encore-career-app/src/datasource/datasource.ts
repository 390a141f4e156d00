import { map, of, type Observable } from 'rxjs';
import {
  CoreApp,
  LoadingState,
  type AbstractQuery,
  type DataQueryError,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  type ScopedVars,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv, type TemplateSrv } from '@grafana/runtime';

import { fromAbstract, toAbstract } from './abstractQuery';
import { annotationSupport } from './annotations';
import { CatalogueClient } from './catalogue';
import { displayText } from './displayText';
import { interpolateParams, type Interpolated } from './interpolate';
import type { EncoreOptions, EncoreQuery } from './types';
import { EncoreVariables } from './variables';

/** Panels, Explore, annotations and variables ask the Go part, which asks the service; nothing is computed here. */
export class EncoreDataSource extends DataSourceWithBackend<EncoreQuery, EncoreOptions> {
  readonly lists = new CatalogueClient((path) => this.getResource(path));

  constructor(
    settings: DataSourceInstanceSettings<EncoreOptions>,
    private templates: TemplateSrv = getTemplateSrv()
  ) {
    super(settings);
    this.variables = new EncoreVariables(this);
    this.annotations = annotationSupport;
  }

  /** A query whose variables don't fit its parameters is answered here, with the reason; the others go on. */
  query(request: DataQueryRequest<EncoreQuery>): Observable<DataQueryResponse> {
    const targets: EncoreQuery[] = [];
    const errors: DataQueryError[] = [];
    for (const target of request.targets) {
      const { problems } = this.interpolate(target, request.scopedVars);
      if (problems.length === 0) {
        targets.push(target);
      } else {
        const message = problems.map((problem) => `${target.queryType}.${problem}`).join(' ');
        errors.push({ refId: target.refId, message });
      }
    }
    if (errors.length === 0) {
      return super.query(request);
    }
    const answered = targets.length > 0 ? super.query({ ...request, targets }) : of<DataQueryResponse>({ data: [] });
    return answered.pipe(
      map((answer) => {
        const all = [...errors, ...(answer.errors ?? [])];
        return { ...answer, state: LoadingState.Error, errors: all, error: all[0] };
      })
    );
  }

  applyTemplateVariables(query: EncoreQuery, scopedVars: ScopedVars): EncoreQuery {
    return { ...query, params: this.interpolate(query, scopedVars).params };
  }

  filterQuery(query: EncoreQuery): boolean {
    return Boolean(query.queryType);
  }

  getDefaultQuery(app: CoreApp): Partial<EncoreQuery> {
    const alert = app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting;
    return { queryType: 'series', params: {}, ...(alert && { format: 'alert' as const }) };
  }

  getQueryDisplayText(query: EncoreQuery): string {
    return displayText(query);
  }

  /** Explore, on the way to another data source. */
  async exportToAbstractQueries(queries: EncoreQuery[]): Promise<AbstractQuery[]> {
    return queries.map(toAbstract);
  }

  /** Explore, on the way from another data source. */
  async importFromAbstractQueries(queries: AbstractQuery[]): Promise<EncoreQuery[]> {
    return queries.map(fromAbstract);
  }

  /** Template variables put into every parameter; `problems` names those that don't fit. */
  interpolate(query: EncoreQuery, scopedVars: ScopedVars): Interpolated {
    return interpolateParams(query.params ?? {}, (text, format) => this.templates.replace(text, scopedVars, format));
  }
}
