import { fileURLToPath } from 'node:url';

const fromRepository = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Where the parts beside the backend are built, from src/http and from dist/http alike. */
export const previewDist = fromRepository('preview/dist');
export const pluginDist = fromRepository('plugins/encore-career-app/dist');
export const dashboardsDir = fromRepository('dashboards/json');
