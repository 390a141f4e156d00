/**
 * The part of the address that travels to another dashboard: variables and time range.
 * @param search  the address' query, with its question mark
 */
export function keptSearch(search: string): string {
  const kept = [...new URLSearchParams(search)].filter(
    ([key]) => key.startsWith('var-') || key === 'from' || key === 'to'
  );
  return kept.length ? `?${new URLSearchParams(kept)}` : '';
}
