import { type DataFrame, type PanelDataSummary, type VisualizationSuggestionsBuilder } from '@grafana/data';

/** What both the builder of Grafana 12 and the data summary of Grafana 13 can tell. */
export interface SuggestionInput {
  hasData?: boolean;
  rawFrames?: DataFrame[];
}

/** Grafana 12's builder, by what is asked of it; the types of 13 leave out the frames. */
interface Builder {
  dataSummary: Pick<PanelDataSummary, 'hasData'>;
  data?: { series: DataFrame[] };
  getListAppender(defaults: { pluginId: string; name: string }): { append(suggestion: object): void };
}

/** Grafana 13 calls a function with a summary of the data, Grafana 12 an object with a builder; both are answered. */
export function answerBoth<S extends object>(
  plugin: { id: string; name: string },
  suggest: (input: SuggestionInput) => S[] | undefined
) {
  return Object.assign((summary: SuggestionInput) => suggest(summary), {
    getSuggestionsForData(given: VisualizationSuggestionsBuilder) {
      const builder = given as unknown as Builder;
      const appender = builder.getListAppender({ pluginId: plugin.id, name: plugin.name });
      const found = suggest({ hasData: builder.dataSummary.hasData, rawFrames: builder.data?.series });
      found?.forEach((suggestion) => appender.append(suggestion));
    },
  });
}
