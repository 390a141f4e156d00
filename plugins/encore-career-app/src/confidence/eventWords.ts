import { type GrafanaTheme2 } from '@grafana/data';
import { t } from '../common/t';

import { hue } from '../common/hues';

/** A kind of event as the legend calls it. */
export function kindName(kind: string): string {
  switch (kind) {
    case 'tour':
      return t('confidence.kind.tour', 'Tour');
    case 'release':
      return t('confidence.kind.release', 'Release');
    case 'unusual':
      return t('confidence.kind.unusual', 'Unusual');
    default:
      return kind ? kind[0].toUpperCase() + kind.slice(1) : kind;
  }
}

/** Tours purple, releases orange, anything else neutral; signs differ besides. */
export function kindColor(kind: string, theme: GrafanaTheme2): string {
  if (kind === 'tour') {
    return hue(theme, 'purple');
  }
  return kind === 'release' ? hue(theme, 'orange') : theme.colors.text.secondary;
}
