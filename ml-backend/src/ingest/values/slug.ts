import { createHash } from 'node:crypto';

/**
 * A name as lower-case letters, digits and hyphens, at most 120 of them: `Ana María` becomes `ana-maria`. Names in
 * other scripts have no such letters; they become a short fingerprint, the same for the same name.
 */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ł/g, 'l')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug) return slug.slice(0, 120).replace(/-+$/, '');
  return `n-${createHash('sha256').update(name.normalize('NFKC').toLowerCase().trim()).digest('hex').slice(0, 12)}`;
}
