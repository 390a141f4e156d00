import autocannon from 'autocannon';
import type { Api } from './service.ts';

export interface ForecastKey {
  artist: string;
  metric: string;
}

const month = 30.4375 * 86_400_000;

/** The body of one forecast query: 36 months of history and 12 ahead. */
export function forecastBody({ artist, metric }: ForecastKey): string {
  const now = Date.now();
  return JSON.stringify({
    queries: [{ refId: 'A', queryType: 'forecast', params: { artist, metric, horizon: 12, levels: [50, 80, 95] } }],
    timeRange: { from: Math.round(now - 36 * month), to: Math.round(now + 12 * month) },
  });
}

export const headers = (api: Api) => ({ authorization: `Bearer ${api.key}`, 'content-type': 'application/json' });

/** Distinct (artist, metric) keys that have a forecast, artist by artist. @throws Error when there are too few */
export async function forecastKeys(api: Api, wanted: number): Promise<ForecastKey[]> {
  const list = async (name: string) => {
    const answer = await fetch(`${api.url}/v1/grafana/options/${name}`, {
      headers: { authorization: `Bearer ${api.key}` },
    });
    return ((await answer.json()) as { options: Array<{ value: string }> }).options.map(({ value }) => value);
  };
  const [artists, metrics] = await Promise.all([list('artists'), list('metrics')]);
  const keys: ForecastKey[] = [];
  for (const metric of metrics) {
    for (const artist of artists) {
      if (keys.length === wanted) return keys;
      const frames = await ask(api, { artist, metric });
      if (frames.length && frames[0]!.schema.fields.length > 1) keys.push({ artist, metric });
    }
  }
  if (keys.length < wanted) throw new Error(`only ${keys.length} keys have a forecast, ${wanted} are wanted`);
  return keys;
}

interface FrameShape {
  schema: { fields: unknown[] };
}

/** One forecast query. @throws Error on any answer but frames */
export async function ask(api: Api, key: ForecastKey): Promise<FrameShape[]> {
  const answer = await fetch(`${api.url}/v1/grafana/query`, {
    method: 'POST',
    headers: headers(api),
    body: forecastBody(key),
  });
  const { results } = (await answer.json()) as { results?: { A?: { frames?: FrameShape[]; error?: string } } };
  if (!results?.A?.frames)
    throw new Error(`forecast of ${key.metric} for ${key.artist}: ${results?.A?.error ?? `HTTP ${answer.status}`}`);
  return results.A.frames;
}

/**
 * A fixed rate of requests, round robin over the keys. autocannon sends what is due in a second at its beginning, as
 * fast as its connections allow: two of them keep that from being a test of saturation instead of one at a fixed rate.
 */
export async function steadyLoad(
  api: Api,
  keys: ForecastKey[],
  rate: number,
  seconds: number
): Promise<autocannon.Result> {
  return autocannon({
    url: `${api.url}/v1/grafana/query`,
    method: 'POST',
    headers: headers(api),
    connections: 2,
    overallRate: rate,
    duration: seconds,
    requests: keys.map((key) => ({ body: forecastBody(key) })),
  });
}
