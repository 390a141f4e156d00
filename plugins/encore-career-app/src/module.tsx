import { AppPlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';

import { Home } from './pages/Home';
import pluginJson from './plugin.json';

await initPluginTranslations(pluginJson.id);

export const plugin = new AppPlugin<{}>().setRootPage(Home);
