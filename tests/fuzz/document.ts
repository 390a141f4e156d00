/** What we read of an OpenAPI 3.1 document. */
export interface Document {
  paths: Record<string, Record<string, OperationText>>;
}

export interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  maxProperties?: number;
  anyOf?: Schema[];
  default?: unknown;
}

interface Content {
  content?: Record<string, { schema: Schema }>;
}

interface OperationText {
  parameters?: Parameter[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

export interface Parameter {
  in: 'path' | 'query' | 'header';
  name: string;
  schema: Schema;
}

export interface Operation {
  /** `POST /v1/imports` */
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body?: { type: string; schema: Schema };
  responses: Record<string, Content>;
}

export function operationsOf({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => {
      const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
      const body = type && content ? { type, schema: content.schema } : undefined;
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        parameters,
        body,
        responses,
      };
    })
  );
}

/** The schema that an answer of this status must fit; undefined when the document knows of no such answer. */
export function responseSchema({ responses }: Operation, status: number): Schema | undefined {
  const found = responses[String(status)] ?? responses[`${String(status)[0]}XX`];
  return found?.content?.['application/json']?.schema;
}

/** Every schema within one, with its place. */
export function* schemasWithin(schema: Schema, place: string[] = []): Generator<{ schema: Schema; place: string[] }> {
  yield { schema, place };
  for (const [name, inner] of Object.entries(schema.properties ?? {})) yield* schemasWithin(inner, [...place, name]);
  if (schema.items) yield* schemasWithin(schema.items, [...place, '0']);
  if (typeof schema.additionalProperties === 'object')
    yield* schemasWithin(schema.additionalProperties, [...place, '*']);
  for (const inner of schema.anyOf ?? []) yield* schemasWithin(inner, place);
}
