import type { Format } from './types';

/** One parameter of a query type: the part of JSON Schema that the service uses, and its form hints. */
export interface ParamSchema {
  type?: 'string' | 'number' | 'integer' | 'boolean' | 'array';
  title?: string;
  description?: string;
  default?: unknown;
  enum?: string[];
  items?: { type?: 'string' | 'number' | 'integer'; enum?: string[] };
  minItems?: number;
  minimum?: number;
  maximum?: number;
  format?: string;
  'x-options'?: string;
  'x-multi'?: boolean;
  'x-advanced'?: boolean;
}

export interface QueryTypeInfo {
  name: string;
  title: string;
  /** One sentence. */
  help: string;
  /** May stand in an alert rule. */
  alertable: boolean;
  /** The shapes that it can answer in, the usual one first. */
  formats: Format[];
  params: { properties?: Record<string, ParamSchema>; required?: string[] };
}

export interface Catalogue {
  version: string;
  queryTypes: QueryTypeInfo[];
}

export interface Option {
  text: string;
  value: string;
  description?: string;
}

export interface OptionFilter {
  /** Slugs: only what these artists have to do with; empty means all. */
  artists?: string[];
  /** Part of the name, in any case. */
  search?: string;
}

type GetResource = <T>(path: string) => Promise<T>;

/** How long an answer counts as new, in milliseconds: an artist who was just imported is there when a picker opens. */
const FRESH_MS = 15_000;

/** The most that the service lists. */
const MOST_OPTIONS = 5000;

interface Kept {
  at: number;
  answer: Promise<unknown>;
}

/**
 * The service's catalogue and lists of choices. Whoever asks within 15 seconds shares one answer; a failed one is
 * asked for again next time.
 */
export class CatalogueClient {
  private kept = new Map<string, Kept>();

  /** @param now the clock in epoch milliseconds */
  constructor(
    private getResource: GetResource,
    private now = () => Date.now()
  ) {}

  catalogue(): Promise<Catalogue> {
    return this.shared<Catalogue>('catalogue');
  }

  /**
   * A list of choices by name, of very many the 5,000 that are used most.
   * @param list what `x-options` names, for example `artists`
   */
  async options(list: string, { artists = [], search }: OptionFilter = {}): Promise<Option[]> {
    const filter = new URLSearchParams(artists.map((artist) => ['artists', artist]));
    if (search) {
      filter.set('search', search);
    }
    filter.set('limit', String(MOST_OPTIONS));
    return (await this.shared<{ options: Option[] }>(`options/${list}?${filter}`)).options;
  }

  private shared<T>(path: string): Promise<T> {
    const known = this.kept.get(path);
    if (known && this.now() - known.at < FRESH_MS) {
      return known.answer as Promise<T>;
    }
    const answer = this.getResource<T>(path);
    this.kept.set(path, { at: this.now(), answer });
    answer.catch(() => this.kept.get(path)?.answer === answer && this.kept.delete(path));
    return answer;
  }
}

export type ParamKind = 'boolean' | 'number' | 'one' | 'many' | 'text';

/** The control that a parameter gets in the form. */
export function paramKind(schema: ParamSchema): ParamKind {
  if (schema['x-multi'] || schema.type === 'array') {
    return 'many';
  }
  if (schema.enum || schema['x-options']) {
    return 'one';
  }
  if (schema.type === 'boolean') {
    return 'boolean';
  }
  return schema.type === 'number' || schema.type === 'integer' ? 'number' : 'text';
}
