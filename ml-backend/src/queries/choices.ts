import type { Artist } from '../store/artists.ts';
import { listArtists } from '../store/artists.ts';
import { listGenres, listPlatforms, listSources, listVenues } from '../store/choices.ts';
import type { Choice, ChoiceRequest } from '../store/choices.ts';
import type { TenantTx } from '../store/connection.ts';
import { metrics } from '../store/metrics.ts';
import { requireArtists } from './lookup.ts';

/** An entry of a picker or a template variable: a name to show, and the value that parameters take. */
export interface Option {
  text: string;
  value: string;
  description?: string;
}

/** What `x-options` of a parameter may name. */
export const optionLists = ['artists', 'metrics', 'genres', 'venues', 'platforms', 'sources'] as const;
export type OptionList = (typeof optionLists)[number];

export interface OptionRequest {
  /** Slugs; empty means all artists. Artists and metrics do not depend on them. */
  artists: readonly string[];
  /** Part of a name or a value, in any case. */
  search: string;
  limit: number;
  asOf: Date;
}

/**
 * The choices of one list by name, of too many those that are used most.
 * @throws EncoreError 404 for an unknown artist
 */
export async function loadOptions(tx: TenantTx, list: OptionList, request: OptionRequest): Promise<Option[]> {
  if (list === 'artists') return found((await listArtists(tx)).map(ofArtist), request);
  if (list === 'metrics') return found(metrics.map(ofMetric), request);
  const artists = request.artists.length ? await requireArtists(tx, request.artists) : [];
  const choices = await listOf[list](tx, { ...request, artistIds: artists.map(({ artistId }) => artistId) });
  return choices.map(({ value, description }) => ({ text: value, value, ...(description && { description }) }));
}

const listOf: Record<
  Exclude<OptionList, 'artists' | 'metrics'>,
  (tx: TenantTx, request: ChoiceRequest) => Promise<Choice[]>
> = { genres: listGenres, venues: listVenues, platforms: listPlatforms, sources: listSources };

const ofArtist = ({ name, slug, genre }: Artist): Option => ({
  text: name,
  value: slug,
  ...(genre && { description: genre }),
});

const ofMetric = ({ name, title, help }: (typeof metrics)[number]): Option => ({
  text: title,
  value: name,
  description: help,
});

function found(options: Option[], { search, limit }: OptionRequest): Option[] {
  const part = search.toLowerCase();
  const matches = ({ text, value }: Option) => text.toLowerCase().includes(part) || value.toLowerCase().includes(part);
  return options.filter(matches).slice(0, limit);
}
