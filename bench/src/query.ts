import type { Bench, BenchContext } from './bench.ts';
import type { Figure } from './figure.ts';
import { quantile } from './figure.ts';
import type { ForecastKey } from './load.ts';
import { ask, forecastKeys, steadyLoad } from './load.ts';
import type { Api, Service } from './service.ts';
import { startService } from './service.ts';

export const query: Bench = {
  name: 'query',
  says: 'Forecast queries over distinct (artist, metric) keys at a fixed rate, then the first request of each key after a restart, 20 at a time.',
  options: ['rate', 'seconds', 'keys', 'artists', 'url', 'key'],
  async run(context) {
    const { options } = context;
    if (options.url)
      return warm(context, { url: options.url, key: options.key ?? '', pid: 0, stop: async () => undefined });
    const service = await demoService(context);
    try {
      const api = await service.api();
      const figures = await warm(context, api);
      const keys = await forecastKeys(api, context.count('keys', 500));
      // The first requests of a client compile its own code: the process that ends now takes them, not the next one.
      await askEach(api, keys);
      await api.stop();
      return [...figures, await cold(context, service, keys)];
    } finally {
      await service.close();
    }
  },
};

/** Demo careers with their forecasts made, as they are after `npm start`. */
export async function demoService({ say, count }: BenchContext): Promise<Service> {
  const service = await startService(say);
  try {
    await service.encore('demo', '--artists', String(count('artists', 60)), '--years', '8', '--seed', '1');
    await service.encore('train');
    return service;
  } catch (error) {
    await service.close();
    throw error;
  }
}

async function warm({ count, say }: BenchContext, api: Api): Promise<Figure[]> {
  const keys = await forecastKeys(api, count('keys', 500));
  const rate = count('rate', 300);
  const seconds = count('seconds', 30);
  say(`${rate} requests/s over ${keys.length} keys for ${seconds} s`);
  await steadyLoad(api, keys, rate, 3);
  await eventLoopP99(api);
  const result = await steadyLoad(api, keys, rate, seconds);
  const errors = result.errors + result.timeouts + result.non2xx;
  return [
    {
      name: 'query_rate',
      value: result.requests.average,
      unit: 'requests/s',
      floor: { sense: 'at least', value: rate * 0.95 },
    },
    { name: 'query_warm_p50', value: result.latency.p50, unit: 'ms' },
    { name: 'query_warm_p99', value: result.latency.p99, unit: 'ms', floor: { sense: 'below', value: 10 } },
    { name: 'query_errors', value: errors, unit: 'requests', floor: { sense: 'at most', value: 0 } },
    { name: 'event_loop_p99', value: await eventLoopP99(api), unit: 'ms', floor: { sense: 'below', value: 20 } },
  ];
}

/** The gauge covers the time since it was last read, so that reading it before a load sets its beginning. */
async function eventLoopP99(api: Api): Promise<number> {
  const text = await (await fetch(`${api.url}/metrics`)).text();
  return Number(/^encore_event_loop_delay_p99_seconds ([\d.e+-]+)$/m.exec(text)?.[1] ?? NaN) * 1000;
}

async function cold({ say }: BenchContext, service: Service, keys: ForecastKey[]): Promise<Figure> {
  const api = await service.api();
  say(`first request of ${keys.length} keys after a restart`);
  const value = quantile(await askEach(api, keys), 0.99);
  return { name: 'query_cold_p99', value, unit: 'ms', floor: { sense: 'below', value: 100 } };
}

/** Asks for every key once, 20 at a time; milliseconds of each. */
async function askEach(api: Api, keys: ForecastKey[]): Promise<number[]> {
  const times: number[] = [];
  const waiting = keys.values();
  const lane = async () => {
    for (const key of waiting) {
      const started = performance.now();
      await ask(api, key);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: 20 }, lane));
  return times;
}
