/** The body of Grafana's `/api/ds/query`, as data source plugins send it. */
export interface GrafanaQueryBody {
  queries: Array<Record<string, unknown>>;
  from: string;
  to: string;
}

/** The body of the service's own query route. */
export interface ServiceBody {
  queries: Array<Record<string, unknown>>;
  timeRange: { from: number; to: number };
}

/** What a query keeps on its way to the service; the rest of the model is Grafana's own. */
const kept = ['refId', 'queryType', 'params', 'format', 'intervalMs', 'maxDataPoints'];

/** Does what the data source's Go part does in Grafana: envelope in, the service's request out. */
export function toServiceBody({ queries, from, to }: GrafanaQueryBody): ServiceBody {
  return {
    queries: queries.map((query) =>
      Object.fromEntries(kept.filter((key) => query[key] !== undefined).map((key) => [key, query[key]]))
    ),
    timeRange: { from: Number(from), to: Number(to) },
  };
}
