import type { AnnotationQuery, AnnotationSupport } from '@grafana/data';

import { AnnotationEditor } from './editors/AnnotationEditor';
import type { EncoreQuery } from './types';

/** The query type whose answer has the columns that Grafana draws: time, timeEnd, title, text, tags. */
export const ANNOTATIONS = 'annotations';

/** Without parameters: the service says which kinds are usual. */
const usual = { queryType: ANNOTATIONS, params: {} } satisfies Partial<EncoreQuery>;

/** What happened, drawn over any panel: milestones, releases, unusual months as marks, tours as regions. */
export const annotationSupport: AnnotationSupport<EncoreQuery> = {
  QueryEditor: AnnotationEditor,
  getDefaultQuery: () => usual,
  // Grafana's editor saves what comes back as another object, and asks again: what is right stays as it is.
  prepareAnnotation: (saved: AnnotationQuery<EncoreQuery>) =>
    saved.target?.queryType === ANNOTATIONS ? saved : { ...saved, target: targetOf(saved) },
  prepareQuery: (annotation) => targetOf(annotation),
};

/** The saved query, or the usual one where nothing is saved yet; a timeline query is asked for as annotations. */
function targetOf({ target }: AnnotationQuery<EncoreQuery>): EncoreQuery {
  return { ...usual, ...target, queryType: ANNOTATIONS, refId: target?.refId ?? 'Anno' };
}
