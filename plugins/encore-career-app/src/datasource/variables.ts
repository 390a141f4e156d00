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
    const only = [params.artists].flat().map(String);
    const options = await this.dataSource.lists.options(kind, only).catch((error: unknown) => {
      throw new Error(reasonOf(error));
    });
    return toFrame(matching(options, String(params.search)));
  }
}

/** Entries whose name or id has the text in it, whatever its case. */
export function matching(options: Option[], text: string): Option[] {
  const wanted = text.toLocaleLowerCase();
  return options.filter((option) =>
    [option.text, option.value].some((part) => part.toLocaleLowerCase().includes(wanted))
  );
}

const toFrame = (options: Option[]): DataFrame =>
  createDataFrame({
    fields: [
      { name: 'text', type: FieldType.string, values: options.map(({ text }) => text) },
      { name: 'value', type: FieldType.string, values: options.map(({ value }) => value) },
    ],
  });
