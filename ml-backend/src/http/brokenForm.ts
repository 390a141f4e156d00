import { badRequest } from '../errors.ts';

// The reader of forms has no codes, only these words.
const words =
  /^(Multipart: Boundary not found|Unexpected end of multipart data|\w+ terminated early due to unexpected end of multipart data|The needle cannot)/;

/** Is this what the reader of forms says of bytes that are no whole form? */
export const isBrokenForm = ({ code, message }: Error & { code?: string }): boolean =>
  code === undefined && words.test(message);

export const brokenForm = () =>
  badRequest('FORM_BROKEN', 'the form breaks off, or its boundary is wrong; send the file again', 'form');
