import {
  LoadingState,
  toDataFrame,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  type PanelData,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import { catchError, from, map, merge, of, share, takeUntil, timer, type Observable } from 'rxjs';

/** An answer that comes within this time replaces the old picture without a loading bar between, in ms. */
const patience = 200;

/**
 * Runs a panel's or variable's queries and reports their state, as Grafana's own runner does.
 * @param ask  takes the place of the data source's `query`; variables use it
 */
export function runRequest(
  datasource: DataSourceApi,
  request: DataQueryRequest,
  ask: DataSourceApi['query'] = datasource.query.bind(datasource)
): Observable<PanelData> {
  const started = { ...request, startTime: Date.now() };
  const blank: PanelData = { state: LoadingState.Loading, series: [], request: started, timeRange: request.range };
  const frames = new Map<string, DataFrame[]>();

  const answers = from(ask(started)).pipe(
    map((answer) => merged(blank, frames, answer)),
    catchError((reason) => {
      const error = toDataQueryError(reason);
      return of({ ...blank, state: LoadingState.Error, error, errors: [error] });
    }),
    share()
  );
  return merge(
    answers,
    timer(patience).pipe(
      map(() => blank),
      takeUntil(answers)
    )
  );
}

/** An answer may come in parts: a part with a known key replaces the earlier one. */
function merged(blank: PanelData, frames: Map<string, DataFrame[]>, answer: DataQueryResponse): PanelData {
  frames.set(answer.key ?? 'A', answer.data.map(toDataFrame));
  const errors = answer.errors ?? (answer.error ? [answer.error] : undefined);
  return {
    ...blank,
    request: blank.request && { ...blank.request, endTime: Date.now() },
    series: [...frames.values()].flat(),
    state: errors?.length ? LoadingState.Error : (answer.state ?? LoadingState.Done),
    error: errors?.[0],
    errors,
  };
}
