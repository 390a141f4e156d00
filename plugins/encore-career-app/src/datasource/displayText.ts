import type { EncoreQuery } from './types';

/** One line that tells what a query asks, for the history of Explore and folded query rows. */
export function displayText({ queryType, params = {}, format }: EncoreQuery): string {
  const asked = Object.entries(params)
    .filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(', ') : String(value)}`);
  const shape = format && format !== 'table' ? ` (${format})` : '';
  return [`${queryType ?? ''}${queryType ? shape : ''}`, asked.join(' · ')].filter(Boolean).join(': ');
}
