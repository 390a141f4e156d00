import type { Observable } from 'rxjs';
import { CustomVariableSupport, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';

import type { EncoreDataSource } from './datasource';
import { VariableEditor } from './editors/VariableEditor';
import type { EncoreQuery, EncoreVariableQuery } from './types';

/** Template variables with a name to show and a value to ask with. */
export class EncoreVariables extends CustomVariableSupport<EncoreDataSource, EncoreVariableQuery> {
  editor = VariableEditor;

  constructor(private dataSource: EncoreDataSource) {
    super();
  }

  getDefaultQuery(): Partial<EncoreVariableQuery> {
    return { kind: 'artists' };
  }

  query(request: DataQueryRequest<EncoreVariableQuery>): Observable<DataQueryResponse> {
    const targets = request.targets.map(
      ({ kind = 'artists', refId, datasource }): EncoreQuery => ({
        refId: refId || 'variable',
        datasource,
        queryType: kind,
        params: {},
      })
    );
    return this.dataSource.query({ ...request, targets });
  }
}
