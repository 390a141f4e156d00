import { formattedValueToString, getValueFormat, type IconName } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { BadgeColor } from '@grafana/ui';

import type { Missing } from './draft';
import type { RunStatus } from './types';

/** A size as people say it: 12 kB, 3.4 MB. */
export const formatBytes = (bytes: number): string =>
  formattedValueToString(getValueFormat('decbytes')(bytes, bytes < 1e6 ? 0 : 1));

export function missingText(missing: Missing): string {
  return {
    file: t('imports.missing-file', 'Choose a file first.'),
    'empty-file': t('imports.missing-content', 'The file is empty; choose another one.'),
    artist: t('imports.missing-artist', 'Say whose figures these are.'),
    'artist-name': t('imports.missing-name', 'The artist’s name needs a Latin letter or a digit for its id.'),
  }[missing];
}

export function statusLook(status: RunStatus): { text: string; color: BadgeColor; icon?: IconName } {
  return {
    running: { text: t('imports.running', 'running'), color: 'blue' as const, icon: 'spinner' as const },
    done: { text: t('imports.done', 'done'), color: 'green' as const },
    refused: { text: t('imports.refused', 'refused'), color: 'orange' as const },
    failed: { text: t('imports.broke', 'failed'), color: 'red' as const },
    cancelled: { text: t('imports.stopped', 'cancelled'), color: 'darkgrey' as const },
  }[status];
}
