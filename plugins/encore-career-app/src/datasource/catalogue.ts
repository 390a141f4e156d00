/** One parameter of a query type: the part of JSON Schema that the service uses, and its form hints. */
export interface ParamSchema {
  type?: 'string' | 'number' | 'integer' | 'boolean' | 'array';
  title?: string;
  description?: string;
  default?: unknown;
  enum?: string[];
  items?: { type?: 'string' | 'number' | 'integer'; enum?: string[] };
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

type GetResource = <T>(path: string) => Promise<T>;

/** The service's catalogue and lists of choices, asked for once; a failed answer is asked for again next time. */
export class CatalogueClient {
  private kept = new Map<string, Promise<unknown>>();

  constructor(private getResource: GetResource) {}

  catalogue(): Promise<Catalogue> {
    return this.once<Catalogue>('catalogue');
  }

  /** @param list what `x-options` names, for example `artists` */
  async options(list: string): Promise<Option[]> {
    return (await this.once<{ options: Option[] }>(`options/${list}`)).options;
  }

  private once<T>(path: string): Promise<T> {
    const known = this.kept.get(path);
    if (known) {
      return known as Promise<T>;
    }
    const asked = this.getResource<T>(path);
    this.kept.set(path, asked);
    asked.catch(() => this.kept.delete(path));
    return asked;
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
