import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { badRequest } from '../errors.ts';

/** A query nests five levels deep; what nests deeper would be walked by functions that call themselves. */
const deepest = 32;

/** Bodies of JSON: too deep ones are refused before anything is made of them. */
export const json = fp(async (app: FastifyInstance) => {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (nestsDeeper(body, deepest)) {
      done(
        badRequest('JSON_TOO_DEEP', `the body nests deeper than ${deepest} levels; nothing here needs that`, 'body')
      );
    } else {
      void parse(request, body, done);
    }
  });
});

const quote = 0x22;
const backslash = 0x5c;

/** Do brackets and braces outside of strings ever nest deeper than `most`? Ends at the first that does. */
export function nestsDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
    } else if (code === 0x5b || code === 0x7b) {
      if (++depth > most) return true;
    } else if (code === 0x5d || code === 0x7d) {
      depth--;
    }
  }
  return false;
}

/** Place of the quote that ends the string which begins at `from`; the end of the text where none does. */
function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === backslash) escapes++;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}
