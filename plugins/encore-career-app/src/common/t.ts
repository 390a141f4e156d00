import { t as translate } from '@grafana/i18n';

/**
 * Grafana's translation for plain text: React escapes what it draws, so values must not be escaped twice
 * ("AC/DC" would read "AC&#x2F;DC").
 */
export function t(key: string, text: string, values?: Record<string, unknown>): string {
  return translate(key, text, { ...values, interpolation: { escapeValue: false } });
}
