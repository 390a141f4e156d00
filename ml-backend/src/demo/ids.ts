import { createHash } from 'node:crypto';

/** A uuid that follows from its parts, so that the same demo has the same ids everywhere. */
export function uuidOf(...parts: readonly string[]): string {
  const hex = createHash('md5').update(parts.join('\u001f')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The ids of one artist's rows. */
export class CareerIds {
  readonly artist: string;
  readonly #gigs = new Map<string, string>();
  readonly #songs = new Map<string, string>();

  constructor(tenantId: string, slug: string) {
    this.artist = uuidOf('demo artist', tenantId, slug);
  }

  member(slug: string): string {
    return uuidOf('demo member', this.artist, slug);
  }

  gig(externalId: string): string {
    return remember(this.#gigs, externalId, () => uuidOf(this.artist, 'demo', externalId));
  }

  song(title: string): string {
    return remember(this.#songs, title, () => uuidOf('demo song', this.artist, title));
  }
}

function remember(known: Map<string, string>, key: string, make: () => string): string {
  let id = known.get(key);
  if (id === undefined) known.set(key, (id = make()));
  return id;
}

export const venueId = (tenantId: string, key: string): string => uuidOf('demo venue', tenantId, key);
