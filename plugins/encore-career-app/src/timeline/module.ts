import { PanelPlugin, type VisualizationSuggestionsBuilder } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { setDateLanguage } from '../common/dates';
import { fieldConfig } from './fieldConfig';
import { changeFrom, migrate } from './migrations';
import { addOptions } from './options';
import pluginJson from './plugin.json';
import { suggest, type SuggestionInput } from './suggestions';
import { TimelinePanel } from './TimelinePanel';
import { type FieldConfig, type Options } from './types';

const { language } = await initPluginTranslations(pluginJson.id);
setDateLanguage(language);

export const plugin = new PanelPlugin<Options, FieldConfig>(TimelinePanel)
  .useFieldConfig(fieldConfig)
  .setPanelOptions(addOptions)
  .setMigrationHandler(migrate)
  .setPanelChangeHandler(changeFrom);

/** Grafana 13 calls a function with a summary of the data, Grafana 12 an object with a builder; both are answered. */
const supplier = Object.assign((summary: SuggestionInput) => suggest(summary), {
  getSuggestionsForData(builder: VisualizationSuggestionsBuilder) {
    const appender = builder.getListAppender<Options, FieldConfig>({ pluginId: pluginJson.id, name: pluginJson.name });
    const found = suggest({ hasData: builder.dataSummary.hasData, rawFrames: builder.data?.series });
    found?.forEach((suggestion) => appender.append(suggestion));
  },
});
plugin.setSuggestionsSupplier(supplier);
