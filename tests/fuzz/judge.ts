import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Operation, Schema } from './document.ts';
import { responseSchema } from './document.ts';
import type { Answer } from './service.ts';

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const validators = new Map<Schema, (value: unknown) => boolean>();

function fits(schema: Schema, value: unknown): boolean {
  let validate = validators.get(schema);
  if (!validate) validators.set(schema, (validate = ajv.compile(schema)));
  return validate(value);
}

/** The documented shape of every refusal. */
export interface Refusal {
  statusCode: number;
  code: string;
  error: string;
  message: string;
  field?: string;
}

/** @throws Error when an answer is a failure of ours or has not the shape that every refusal has */
export function refusalOf({ status, headers, text }: Answer): Refusal {
  const told = JSON.stringify({ status, text: text.slice(0, 400) });
  if (status >= 500) throw new Error(`a failure of ours: ${told}`);
  if (!/^application\/json/.test(String(headers['content-type'])))
    throw new Error(`a refusal that is no JSON: ${told}`);
  const body = JSON.parse(text) as Refusal;
  const { statusCode, code, error, message, field = '', ...rest } = body;
  const right =
    statusCode === status &&
    /^[A-Z][A-Z0-9_]+$/.test(code) &&
    [error, message].every((words) => typeof words === 'string' && words.length > 0) &&
    typeof field === 'string' &&
    Object.keys(rest).length === 0;
  if (!right) throw new Error(`a refusal of another shape: ${told}`);
  return body;
}

/** @throws Error when the document knows of no such answer, or one of another shape */
export function judge(operation: Operation, answer: Answer): void {
  const { status, text } = answer;
  if (status >= 400) refusalOf(answer);
  const schema = responseSchema(operation, status);
  const told = `${operation.name}: ${JSON.stringify({ status, text: text.slice(0, 400) })}`;
  if (!schema) throw new Error(`an answer that the document does not know: ${told}`);
  if (!fits(schema, JSON.parse(text))) throw new Error(`an answer that does not fit its schema: ${told}`);
}
