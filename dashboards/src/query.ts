import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import { dataSource } from './ids.ts';

/** Parameters of a query type, as its entry in the catalogue describes them. */
export type QueryParams = Record<string, string | number | boolean | Array<string | number>>;

/** A query of the Encore data source, as its query editor saves it. */
export interface EncoreQuery extends Dataquery {
  refId: string;
  datasource: typeof dataSource;
  queryType: string;
  params: QueryParams;
  format?: 'table' | 'timeseries' | 'instant';
}

/**
 * A panel's query of the Encore data source.
 * @param queryType  a name of the catalogue, such as `timeline`
 * @param params     its parameters; `$name` stands for a dashboard variable
 */
export function query(queryType: string, params: QueryParams, more: Partial<EncoreQuery> = {}): Builder<Dataquery> {
  const built: EncoreQuery = {
    refId: 'A',
    datasource: dataSource,
    queryType,
    params,
    ...more,
    _implementsDataqueryVariant: () => undefined,
  };
  return { build: () => built };
}
