import { from, type Observable } from 'rxjs';
import {
  createDataFrame,
  CustomVariableSupport,
  FieldType,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type ScopedVars,
} from '@grafana/data';

import { reasonOf } from '../common/reasonOf';
import type { Option } from './catalogue';
import type { EncoreDataSource } from './datasource';
import { VariableEditor } from './editors/VariableEditor';
import type { EncoreVariableQuery } from './types';

/** Template variables with a name to show and a value to ask with. */
export class EncoreVariables extends CustomVariableSupport<EncoreDataSource, EncoreVariableQuery> {
  editor = VariableEditor;

  constructor(private dataSource: EncoreDataSource) {
    super();
  }

  getDefaultQuery(): Partial<EncoreVariableQuery> {
    return { kind: 'artists' };
  }

  query({ targets, scopedVars }: DataQueryRequest<EncoreVariableQuery>): Observable<DataQueryResponse> {
    return from(Promise.all(targets.map((target) => this.list(target, scopedVars))).then((data) => ({ data })));
  }

  private async list(
    { kind = 'artists', artists = [], search = '', refId }: EncoreVariableQuery,
    scopedVars: ScopedVars
  ): Promise<DataFrame> {
    const { params, problems } = this.dataSource.interpolate({ refId, params: { artists, search } }, scopedVars);
    if (problems.length > 0) {
      throw new Error(`${kind}.${problems[0]}`);
    }
    const filter = { artists: [params.artists].flat().map(String), search: String(params.search) };
    const options = await this.dataSource.lists.options(kind, filter).catch((error: unknown) => {
      throw new Error(reasonOf(error));
    });
    return toFrame(options);
  }
}

const toFrame = (options: Option[]): DataFrame =>
  createDataFrame({
    fields: [
      { name: 'text', type: FieldType.string, values: options.map(({ text }) => text) },
      { name: 'value', type: FieldType.string, values: options.map(({ value }) => value) },
    ],
  });
