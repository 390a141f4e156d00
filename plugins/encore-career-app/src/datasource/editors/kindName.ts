import { t } from '@grafana/i18n';

import type { VariableKind } from '../types';

/** What a list of choices is called; the id of a list that this version has no word for. */
export function kindName(kind: string): string {
  const names: Record<VariableKind, string> = {
    artists: t('kind.artists', 'Artists'),
    metrics: t('kind.metrics', 'Metrics'),
    genres: t('kind.genres', 'Genres'),
    venues: t('kind.venues', 'Venues'),
    platforms: t('kind.platforms', 'Platforms'),
    sources: t('kind.sources', 'Sources'),
  };
  return Object.hasOwn(names, kind) ? names[kind as VariableKind] : kind;
}
