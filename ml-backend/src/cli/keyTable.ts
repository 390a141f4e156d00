import type { KeyRecord } from '../store/keys.ts';

/**
 * Keys as a table for a terminal, one line a key.
 * @param now  what has expired by then is marked so
 */
export function keyTable(keys: KeyRecord[], now: Date): string {
  if (keys.length === 0) return 'no keys; make one with: encore key add --name <name>\n';
  const rows = keys.map((key) => [
    key.keyId,
    key.name,
    key.scopes.join(','),
    minute(key.createdAt),
    key.lastUsedAt ? minute(key.lastUsedAt) : 'never',
    stateOf(key, now),
  ]);
  const table = [['id', 'name', 'scopes', 'created (UTC)', 'last used', 'state'], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  return table
    .map(
      (row) =>
        `${row
          .map((text, column) => text.padEnd(widths[column]!))
          .join('  ')
          .trimEnd()}\n`
    )
    .join('');
}

const minute = (at: Date) => at.toISOString().slice(0, 16).replace('T', ' ');

function stateOf({ revokedAt, expiresAt }: KeyRecord, now: Date): string {
  if (revokedAt) return `revoked ${minute(revokedAt)}`;
  if (!expiresAt) return 'in use';
  return expiresAt <= now ? `expired ${minute(expiresAt)}` : `until ${minute(expiresAt)}`;
}
