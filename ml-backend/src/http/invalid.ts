import type { FastifyError } from 'fastify';
import type { Explanation } from './errors.ts';

/** Shapes of text that requests must have, and what to say where they have not. */
export const patterns = {
  line: '^[^\\u0000-\\u001f\\u007f]*$',
  slug: '^[a-z0-9]+(-[a-z0-9]+)*$',
} as const;

const says: Record<string, string> = {
  [patterns.line]: 'holds a NUL or another control character; write it in plain letters',
  [patterns.slug]: 'is no slug; write lower-case letters, digits and hyphens, e.g. the-rosewood-band',
};

interface Details {
  additionalProperty?: string;
  missingProperty?: string;
  allowedValues?: unknown[];
  pattern?: string;
  propertyName?: string;
}

const unknown = new Set(['additionalProperties', 'propertyNames']);

type Invalid = Pick<FastifyError, 'validation' | 'validationContext' | 'message'>;

/** What is wrong with a request that does not fit its schema: the field by its path, and what to do. */
export function explainInvalid({ validation, validationContext, message }: Invalid): Explanation {
  // An unknown field is told before what else is wrong: it is usually the misspelt one that is missing.
  const first = validation?.find(({ keyword }) => unknown.has(keyword)) ?? validation?.[0];
  const details = first?.params as Details | undefined;
  const path = first?.instancePath.split('/').slice(1).map(unescape) ?? [];
  const { additionalProperty, missingProperty, propertyName } = details ?? {};
  const field = [validationContext, ...path, additionalProperty ?? missingProperty ?? propertyName]
    .filter(Boolean)
    .join('.');
  return {
    statusCode: 400,
    code: 'REQUEST_INVALID',
    message: `${field}: ${complaint(first?.message ?? message, details)}`,
    field,
  };
}

/** Words for what a schema's keyword found. */
function complaint(message: string, details: Details | undefined): string {
  const extra = details?.additionalProperty ?? details?.propertyName;
  if (extra !== undefined) return `there is no field "${extra}"; leave it out`;
  if (details?.missingProperty !== undefined) return 'is missing';
  const said = details?.pattern && says[details.pattern];
  if (said) return said;
  return details?.allowedValues ? `must be one of ${details.allowedValues.join(', ')}` : message;
}

/** RFC 6901, section 4. */
const unescape = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');
