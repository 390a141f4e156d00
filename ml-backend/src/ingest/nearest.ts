/** The names that are closest in edit distance, at most half of the name away, best first. */
export function nearest(name: string, names: readonly string[], most: number): string[] {
  return names
    .map((known) => ({ known, distance: known.includes(name) || name.includes(known) ? 1 : editDistance(name, known) }))
    .filter(({ distance }) => distance <= Math.max(2, name.length / 2))
    .sort((a, b) => a.distance - b.distance || a.known.localeCompare(b.known))
    .slice(0, most)
    .map(({ known }) => known);
}

/** Levenshtein 1966: insertions, deletions and replacements that turn one text into the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
