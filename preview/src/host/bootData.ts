/**
 * What Grafana's server writes into its page before any script runs. `@grafana/runtime` reads it
 * while it is evaluated, so this module is a script of its own that runs before the page's.
 */
import { loadChoice } from '../page/themeChoice.ts';

/** Of the packages from which the page is built; the build writes it here. */
declare const GRAFANA_VERSION: string;

/** The path under which the preview lives; links and the address bar are relative to it. */
export const base = '/preview';

const bootData = {
  settings: {
    appSubUrl: base,
    appUrl: `${location.origin}${base}/`,
    buildInfo: { version: GRAFANA_VERSION, env: 'production', edition: 'Open Source', hideVersion: true },
    featureToggles: {},
    datasources: {},
    panels: {},
    defaultDatasource: '',
    dateFormats: {
      fullDate: 'YYYY-MM-DD HH:mm:ss',
      useBrowserLocale: false,
      defaultTimezone: 'utc',
      interval: {
        millisecond: 'HH:mm:ss.SSS',
        second: 'HH:mm:ss',
        minute: 'HH:mm',
        hour: 'MM/DD HH:mm',
        day: 'MM/DD',
        month: 'YYYY-MM',
        year: 'YYYY',
      },
    },
  },
  user: {
    isSignedIn: true,
    login: 'preview',
    name: 'Preview',
    orgId: 1,
    orgRole: 'Viewer',
    theme: loadChoice(),
    timezone: 'utc',
    language: 'en-US',
    regionalFormat: 'en-US',
    permissions: {},
  },
  navTree: [],
  assets: { light: '', dark: '' },
};

Object.assign(window, { grafanaBootData: bootData, __grafana_public_path__: `${base}/public/` });
