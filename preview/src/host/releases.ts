/** What the page does for Grafana's packages of one release and not for those of the other: 12.3 and 13.2. */
import type { DataTransformerInfo } from '@grafana/data';
import * as unstable from '@grafana/runtime/unstable';

/** The loggers of 13.2; 12.3 has none. */
interface Loggers {
  initializeLoggersRegistry?: () => void;
  getLogger?: (source: string) => { logWarning: (message: string) => void };
}

/**
 * From 13.2 on `@grafana/runtime` warns at each query as long as nobody has set up its loggers, and then again that data
 * sources come in the older way, which is the one that both releases have.
 */
export function provideLoggers(): void {
  const { initializeLoggersRegistry, getLogger } = unstable as Loggers;
  initializeLoggersRegistry?.();
  Object.assign(getLogger?.('grafana/runtime.plugins.datasource') ?? {}, { logWarning: () => undefined });
}

/** A transformer as the registry of either release wants it: itself in 12.3, a function that gives it in 13.2. */
export function forRegistry(
  transformer: DataTransformerInfo
): DataTransformerInfo & (() => Promise<DataTransformerInfo>) {
  const give = () => Promise.resolve(transformer);
  // A function has a name of its own, which an assignment may not change.
  return Object.defineProperties(give, Object.getOwnPropertyDescriptors(transformer)) as typeof give &
    DataTransformerInfo;
}
